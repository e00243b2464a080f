import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/server/platform/db/sql.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { identityContract as contract } from "../../src/shared/identity/contract.ts";
import { type Role, roles } from "../../src/shared/kernel/permission.ts";
import { signedIn } from "./specimens/people.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  // Another one, so that no refusal is only for the sake of the last.
  await signedIn(app, "admin");
});
afterAll(() => app.close());

const json = { "content-type": "application/json" };

async function roleOf(personId: string): Promise<Role> {
  const { role } = await app.db.one<{ role: Role }>(sql`select role from people where id = ${personId}::uuid`);
  return role;
}

describe("one's own role", () => {
  test.each(roles)("is out of reach for a %s, by assigning it and through the profile", async (role) => {
    const person = await signedIn(app, role);
    const params = { personId: person.personId };
    for (const wanted of roles) {
      const answer = await person.call(contract.assignRole, { params, body: { role: wanted } });
      expect([answer.status, answer.problem.code]).toEqual([403, "forbidden"]);
    }
    const { url, ...patch } = { method: "PATCH" as const, url: contract.updateProfile.path, headers: json };
    const fields = [{ role: "admin" }, { isEmailVerified: true }, { id: person.personId }, { email: "x@example.org" }];
    for (const field of fields) {
      const answer = await person.request({ ...patch, url, payload: { name: "Me", ...field } });
      expect([answer.status, JSON.parse(answer.text).code], JSON.stringify(field)).toEqual([422, "invalid_input"]);
    }
    expect(await roleOf(person.personId)).toBe(role);
    expect(await person.ok(contract.getProfile)).toMatchObject({ role, name: `A ${role}` });
  });

  test("cannot be chosen at registration, and registration makes a participant", async () => {
    const body = { name: "Newcomer", email: "newcomer@example.org", password: "seven green bicycles" };
    const post = { method: "POST" as const, url: contract.register.path, headers: json };
    for (const extra of [{ role: "admin" }, { isVerified: true }, { email_verified: true }]) {
      const answer = await app.anonymous.request({ ...post, payload: { ...body, ...extra } });
      expect([answer.status, JSON.parse(answer.text).code]).toEqual([422, "invalid_input"]);
    }
    const found = sql`select role, email_verified as "isVerified" from people where email = ${body.email}`;
    expect(await app.db.many(found)).toEqual([]);
    await app.anonymous.ok(contract.register, { body });
    expect(await app.db.many(found)).toEqual([{ role: "participant", isVerified: false }]);
  });

  test("a new role counts from the very next request, in both directions", async () => {
    const admin = await signedIn(app, "admin");
    const person = await signedIn(app, "participant");
    const params = { personId: person.personId };
    const readsPeople = async () => (await person.call(contract.listPeople)).status;
    expect(await readsPeople()).toBe(403);
    await admin.ok(contract.assignRole, { params, body: { role: "moderator" } });
    expect(await readsPeople()).toBe(200);
    await admin.ok(contract.assignRole, { params, body: { role: "editor" } });
    expect(await readsPeople()).toBe(403);
  });
});

describe("a suspended person", () => {
  test("is signed out at once, and lifting the suspension does not sign them in again", async () => {
    const moderator = await signedIn(app, "moderator");
    const person = await signedIn(app, "participant");
    const params = { personId: person.personId };
    const profile = async () => (await person.call(contract.getProfile)).status;
    expect(await profile()).toBe(200);
    await moderator.ok(contract.setSuspension, { params, body: { isSuspended: true } });
    expect(await profile()).toBe(401);
    await moderator.ok(contract.setSuspension, { params, body: { isSuspended: false } });
    expect(await profile()).toBe(401);
  });

  test("nobody suspends themselves, whatever their role", async () => {
    for (const role of roles) {
      const person = await signedIn(app, role);
      const params = { personId: person.personId };
      expect((await person.call(contract.setSuspension, { params, body: { isSuspended: true } })).status).toBe(403);
      expect((await person.call(contract.getProfile)).status).toBe(200);
    }
  });
});

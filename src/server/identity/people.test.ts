import { afterAll, expect, test } from "vitest";
import { identityContract as contract } from "../../shared/identity/contract.ts";
import type { Endpoint, ResponseOf } from "../../shared/kernel/endpoint.ts";
import { sql } from "../platform/db/sql.ts";
import { testIdentity } from "../testing/test-identity.ts";
import type { Caller } from "./index.ts";

const app = await testIdentity();
afterAll(() => app.close());

/** Calls the route as the router does, once the contract has passed. */
async function call<E extends Endpoint>(endpoint: E, caller: Caller, input: object): Promise<ResponseOf<E>> {
  const found = app.identity.routes.find((route) => route.endpoint.id === endpoint.id);
  const nothing = { params: undefined, query: undefined, body: undefined };
  const reply = { header: () => undefined, status: () => undefined };
  const answer = found?.handle({ ...nothing, ...caller, ...input, requestId: "r", reply } as never);
  return (await answer) as ResponseOf<E>;
}

const suspend = (caller: Caller, personId: string, isSuspended = true) =>
  call(contract.setSuspension, caller, { params: { personId }, body: { isSuspended } });
const assign = (caller: Caller, personId: string, role: string) =>
  call(contract.assignRole, caller, { params: { personId }, body: { role } });

const admin = await app.signedIn("admin");
const moderator = await app.signedIn("moderator");

test("people are listed newest first, page by page, each once", async () => {
  for (let i = 0; i < 7; i++) {
    if (i % 2 === 0) app.clock.advance(1000);
    await app.person({ name: `Lista ${i}` });
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(contract.listPeople, moderator.caller, { query: { q: "LISTA", limit: 3, cursor } });
    expect(page.total).toBe(7);
    seen.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(7);
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `Lista ${n}`));
  expect(seen[0]).toBe("Lista 6");
});

test("a search takes its wildcards literally and finds addresses too", async () => {
  await app.person({ name: "100% Ada_", email: "odd-one@example.org" });
  const find = async (q: string) =>
    (await call(contract.listPeople, moderator.caller, { query: { q, limit: 20 } })).items.map(({ name }) => name);
  expect(await find("0% ada_")).toEqual(["100% Ada_"]);
  expect(await find("ODD-ONE@")).toEqual(["100% Ada_"]);
  expect(await find("%")).toEqual(["100% Ada_"]);
  expect(await find("\\")).toEqual([]);
});

test("a broken cursor is refused by name", async () => {
  const broken = call(contract.listPeople, admin.caller, { query: { limit: 20, cursor: "broken" } });
  await expect(broken).rejects.toMatchObject({ code: "invalid_input", details: { issues: [{ field: "cursor" }] } });
});

test("a new role counts in the next request and is in the audit log", async () => {
  const { person, cookie } = await app.signedIn();
  expect(await assign(admin.caller, person.id, "editor")).toMatchObject({ id: person.id, role: "editor" });
  expect(await app.identity.resolveActor(cookie)).toMatchObject({ role: "editor" });
  expect(await app.db.many(sql`select action, details from audit_log where subject_id = ${person.id}`)).toEqual([
    { action: "person.role_changed", details: { from: "participant", to: "editor" } },
  ]);
});

test("nobody changes their own role, and only an admin changes another's", async () => {
  const { person } = await app.signedIn();
  await expect(assign(admin.caller, admin.person.id, "editor")).rejects.toMatchObject({ code: "forbidden" });
  await expect(assign(moderator.caller, person.id, "editor")).rejects.toMatchObject({ code: "forbidden" });
  await expect(assign(moderator.caller, moderator.person.id, "admin")).rejects.toMatchObject({ code: "forbidden" });
  const nobody = "018f0000-0000-7000-8000-000000000000";
  await expect(assign(admin.caller, nobody, "editor")).rejects.toMatchObject({ code: "not_found" });
});

test("two admins who demote each other at the same moment leave one", async () => {
  const other = await app.signedIn("admin");
  const both = [assign(admin.caller, other.person.id, "editor"), assign(other.caller, admin.person.id, "editor")];
  const answers = await Promise.allSettled(both);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const left = await app.db.many<{ id: string }>(sql`select id from people where role = 'admin'`);
  expect(left).toHaveLength(1);
  await app.db.run(sql`update people set role = 'admin' where id = ${admin.person.id}`);
});

test("suspending ends the login sessions at once; lifting it does not bring them back", async () => {
  const { person, cookie } = await app.signedIn();
  const suspended = await suspend(moderator.caller, person.id);
  expect(suspended.suspendedAt).toBe(app.clock.now().toISOString());
  expect(await app.identity.resolveActor(cookie)).toEqual({ kind: "anonymous" });
  const signIn = (password: string) =>
    app.caller().then((c) => app.account.signIn(c, { email: person.email, password }));
  await expect(signIn("a wrong one")).rejects.toMatchObject({ code: "wrong_credentials" });
  await expect(signIn("seven green bicycles")).rejects.toMatchObject({ code: "account_suspended" });
  expect((await suspend(admin.caller, person.id, false)).suspendedAt).toBeNull();
  expect(await app.identity.resolveActor(cookie)).toEqual({ kind: "anonymous" });
  expect((await signIn("seven green bicycles")).profile.id).toBe(person.id);
});

test("a moderator suspends participants only, an admin staff too, and nobody themselves", async () => {
  const editor = await app.signedIn("editor");
  await expect(suspend(moderator.caller, editor.person.id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(suspend(moderator.caller, moderator.person.id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(suspend(admin.caller, admin.person.id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(suspend(editor.caller, moderator.person.id)).rejects.toMatchObject({ code: "forbidden" });
  expect(await suspend(admin.caller, editor.person.id)).toMatchObject({ id: editor.person.id });
});

test("other features get names and addresses by id", async () => {
  const people = await Promise.all([app.person({ name: "Zofia" }), app.person({ name: "Adam" })]);
  const ids = [...people.map(({ id }) => id), "018f0000-0000-7000-8000-000000000000"];
  expect((await app.identity.peopleByIds(app.db, ids)).map(({ name }) => name)).toEqual(["Adam", "Zofia"]);
  expect(await app.identity.peopleByIds(app.db, [])).toEqual([]);
  expect(await app.identity.requirePersonById(app.db, ids[0] ?? "")).toMatchObject({ name: "Zofia", language: "en" });
  await expect(app.identity.requirePersonById(app.db, ids[2] ?? "")).rejects.toMatchObject({ code: "not_found" });
});

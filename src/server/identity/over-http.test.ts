import { afterAll, expect, test } from "vitest";
import { identityContract as contract } from "../../shared/identity/contract.ts";
import { createCache } from "../platform/cache/create-cache.ts";
import { loadSettings } from "../platform/config/settings.ts";
import { createDrain } from "../platform/http/drain.ts";
import { createMiddleware } from "../platform/http/middleware.ts";
import { createReady } from "../platform/http/ready.ts";
import { createServer } from "../platform/http/server.ts";
import { createIdempotency } from "../platform/idempotency/idempotency.ts";
import { createLog } from "../platform/logging/log.ts";
import { createMaintenance } from "../platform/maintenance/maintenance.ts";
import { clientOf } from "../testing/client.ts";
import { goodPassword, testIdentity } from "../testing/test-identity.ts";

const app = await testIdentity();
const log = createLog({ level: "silent", isPretty: false });
const settings = loadSettings({ NODE_ENV: "test", APP_SECRET: "only for tests ".repeat(3), SHED_LAG_MS: "600000" });
const server = await createServer({
  scrape: async () => ({ contentType: "text/plain", body: "" }),
  metricsToken: undefined,
  requests: { record: () => undefined },
  publicUrl: "http://localhost:3001",
  headers: {},
  ready: createReady({ cache: createCache(), headers: {}, sessionCookie: app.identity.cookieName, site: "test" }),
  trustProxy: false,
  log,
  assetsFolder: null,
  resolveActor: app.identity.resolveActor,
  idempotency: createIdempotency({ db: app.db, appSecret: "only for tests" }),
  routes: app.identity.routes,
  pages: { routes: [], renderFailure: () => "" },
  middleware: await createMiddleware(settings, {
    clock: app.clock,
    log,
    maintenance: createMaintenance({ ...app, cache: createCache() }),
  }),
  isReady: async () => true,
  drain: createDrain(),
});
afterAll(async () => {
  await server.close();
  await app.close();
});

const anyone = clientOf(server, undefined);
const cookieIn = (headers: Record<string, unknown>) => String(headers["set-cookie"]).split(";")[0];

test("register, verify, sign out, sign in: the cookie comes and goes", async () => {
  const email = "walk@example.org";
  const registration = { name: "Walk", email, password: goodPassword };
  expect(await anyone.call(contract.register, { body: registration })).toMatchObject({
    status: 202,
    body: { accepted: true },
  });
  const verified = await anyone.call(contract.verifyEmail, { body: { token: app.mailedToken() } });
  expect(verified.headers["set-cookie"]).toMatch(/^workshopsai_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
  const walker = clientOf(server, cookieIn(verified.headers));
  expect((await walker.ok(contract.getProfile)).email).toBe(email);
  expect(await walker.call(contract.signOut)).toMatchObject({ status: 204 });
  expect((await walker.call(contract.getProfile)).problem).toMatchObject({ status: 401, code: "not_signed_in" });
  const again = await anyone.call(contract.signIn, { body: { email, password: goodPassword } });
  expect(again.body).toEqual(verified.body);
  expect(cookieIn(again.headers)).not.toBe(cookieIn(verified.headers));
});

test("nobody registers with a role, or raises it through the profile", async () => {
  const body = { name: "Eve", email: "eve@example.org", password: goodPassword, role: "admin" };
  const { status, problem } = await anyone.call(contract.register, { body });
  expect([status, problem.issues?.[0]?.field]).toEqual([422, "role"]);
  const { cookie } = await app.signedIn();
  const raised = await clientOf(server, cookie).call(contract.updateProfile, { body: { role: "admin" } as object });
  expect(raised.status).toBe(422);
});

test("whoever has tried too often is told how long to wait", async () => {
  const body = { email: "often@example.org", password: "wrong" };
  for (let i = 0; i < 10; i++) expect((await anyone.call(contract.signIn, { body })).status).toBe(401);
  const { status, headers } = await anyone.call(contract.signIn, { body });
  expect([status, headers["retry-after"]]).toEqual([429, "900"]);
});

test("people are administered by those whose role reaches that far", async () => {
  const { person } = await app.signedIn();
  const expected = { participant: 403, facilitator: 403, moderator: 200, editor: 403, admin: 200 } as const;
  for (const role of ["participant", "facilitator", "moderator", "editor", "admin"] as const) {
    const client = clientOf(server, (await app.signedIn(role)).cookie);
    expect((await client.call(contract.listPeople)).status, role).toBe(expected[role]);
    const params = { personId: person.id };
    const lifted = await client.call(contract.setSuspension, { params, body: { isSuspended: false } });
    expect(lifted.status, role).toBe(expected[role]);
    const assigned = await client.call(contract.assignRole, { params, body: { role: "participant" } });
    expect(assigned.status, role).toBe(role === "admin" ? 200 : 403);
  }
  expect((await anyone.call(contract.listPeople)).status).toBe(401);
});

test("texts that no database can hold are refused, not broken on", async () => {
  const nul = "a\u0000b";
  const bodies = [
    { name: nul, email: "nul@example.org", password: goodPassword },
    { name: "Nul", email: "nul@example.org", password: `${goodPassword}\u0000` },
  ];
  for (const body of bodies) expect((await anyone.call(contract.register, { body })).status).toBeLessThan(500);
  expect((await anyone.call(contract.signIn, { body: { email: nul, password: nul } })).status).toBeLessThan(500);
  expect((await anyone.call(contract.verifyEmail, { body: { token: nul } })).status).toBeLessThan(500);
  const token = "' or true --";
  expect((await anyone.call(contract.verifyEmail, { body: { token } })).problem.code).toBe("link_invalid");
  const reset = await anyone.call(contract.resetPassword, { body: { token, password: goodPassword } });
  expect(reset.problem.code).toBe("link_invalid");
  const admin = clientOf(server, (await app.signedIn("admin")).cookie);
  expect((await admin.call(contract.listPeople, { query: { q: nul } })).status).toBeLessThan(500);
});

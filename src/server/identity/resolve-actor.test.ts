import { afterAll, expect, test } from "vitest";
import { sql } from "../platform/db/sql.ts";
import { testIdentity } from "../testing/test-identity.ts";

const app = await testIdentity();
afterAll(() => app.close());

const anonymous = { kind: "anonymous" };
const day = 24 * 3_600_000;

test("a cookie among others tells who is asking", async () => {
  const { person, cookie } = await app.signedIn("moderator");
  expect(await app.identity.resolveActor(`theme=dark; ${cookie}; x=y`)).toEqual({
    kind: "person",
    personId: person.id,
    name: person.name,
    email: person.email,
    role: "moderator",
    language: "en",
    isEmailVerified: true,
    loginSessionId: expect.any(String),
  });
});

test("no cookie, a broken one and an unknown one are anonymous", async () => {
  const unknown = `workshopsai_session=${"A".repeat(43)}`;
  for (const header of [undefined, "", "workshopsai_session=", "workshopsai_session=' or 1=1", unknown]) {
    expect(await app.identity.resolveActor(header)).toEqual(anonymous);
  }
});

test("what is known of a session is not asked again", async () => {
  const { cookie, person } = await app.signedIn();
  await app.db.run(sql`update people set name = 'Behind the cache' where id = ${person.id}`);
  await app.db.run(sql`delete from login_sessions where person_id = ${person.id}`);
  expect(await app.identity.resolveActor(cookie)).toMatchObject({ name: person.name });
});

test("signing out counts at once, and only for this session", async () => {
  const { person, cookie, caller } = await app.signedIn();
  const other = await app.identity.openLoginSession(person.id);
  const { setCookie } = await app.account.signOut(caller);
  expect(setCookie).toContain("Max-Age=0");
  expect(await app.identity.resolveActor(cookie)).toEqual(anonymous);
  expect(await app.identity.resolveActor(other)).toMatchObject({ personId: person.id });
});

test("a change of name or language shows in the next request", async () => {
  const { cookie, caller } = await app.signedIn();
  expect(await app.account.updateProfile(caller, { language: "pl" })).toMatchObject({ language: "pl" });
  await app.account.updateProfile(caller, { name: "New Name" });
  expect(await app.identity.resolveActor(cookie)).toMatchObject({ name: "New Name", language: "pl" });
});

test("a session lives for 30 days after its last use", async () => {
  const idle = await app.signedIn();
  const used = await app.signedIn();
  const ask = (cookie: string) => app.freshIdentity().resolveActor(cookie);
  app.clock.advance(29 * day);
  expect(await ask(used.cookie)).toMatchObject({ kind: "person" });
  app.clock.advance(2 * day);
  expect(await ask(used.cookie)).toMatchObject({ kind: "person" });
  expect(await ask(idle.cookie)).toEqual(anonymous);
  app.clock.advance(30 * day);
  expect(await ask(used.cookie)).toEqual(anonymous);
});

test("using a session writes at most once a day", async () => {
  const { cookie, person } = await app.signedIn();
  const touched = () =>
    app.db.one<{ at: Date }>(sql`select updated_at as at from login_sessions where person_id = ${person.id}`);
  const before = await touched();
  app.clock.advance(day - 1);
  await app.freshIdentity().resolveActor(cookie);
  expect(await touched()).toEqual(before);
  app.clock.advance(1);
  await app.freshIdentity().resolveActor(cookie);
  expect((await touched()).at).toEqual(app.clock.now());
});

test("the nightly job deletes what has expired and nothing else", async () => {
  const { cookie } = await app.signedIn();
  const count = () =>
    app.db.one(sql`
      select (select count(*) from login_sessions) as sessions, (select count(*) from verifications) as tokens,
        (select count(*) from sign_in_failures) as attempts`);
  await app.account.register(await app.caller(), {
    name: "Ada",
    email: "ada@example.org",
    password: "seven green bicycles",
    language: "en",
  });
  const purge = app.identity.scheduled[0];
  app.clock.advance(day / 2);
  await purge?.run();
  expect(await count()).toMatchObject({ tokens: 1, attempts: 0 });
  app.clock.advance(40 * day);
  await purge?.run();
  expect(await count()).toEqual({ sessions: 0, tokens: 0, attempts: 0 });
  expect(await app.freshIdentity().resolveActor(cookie)).toEqual(anonymous);
});

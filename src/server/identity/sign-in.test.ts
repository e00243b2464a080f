import { afterAll, expect, test } from "vitest";
import { sql } from "../platform/db/sql.ts";
import { goodPassword, testIdentity } from "../testing/test-identity.ts";

const app = await testIdentity();
afterAll(() => app.close());

const wrong = "not the password";
let addresses = 0;

/** Each test has an address of its own, so that they do not use up one another's tries. */
const fromNewAddress = () => app.caller({ address: `198.51.100.${++addresses}` });

test("unknown and wrong are answered alike", async () => {
  const caller = await fromNewAddress();
  const { email } = await app.person();
  const errors = await Promise.all(
    [
      { email, password: wrong },
      { email: "nobody@example.org", password: wrong },
      { email, password: "" },
    ].map((input) => app.account.signIn(caller, input).catch((error: unknown) => error)),
  );
  for (const error of errors) expect(error).toMatchObject({ code: "wrong_credentials", details: {} });
});

test("the address may be typed in any case and with spaces around it", async () => {
  const { email } = await app.person();
  const input = { email: `  ${email.toUpperCase()} `, password: goodPassword };
  expect((await app.account.signIn(await fromNewAddress(), input)).profile.email).toBe(email);
});

test("an unverified address is told only to someone who knows the password, and gets a new link", async () => {
  const caller = await fromNewAddress();
  const { email } = await app.person({ isVerified: false });
  await expect(app.account.signIn(caller, { email, password: wrong })).rejects.toMatchObject({
    code: "wrong_credentials",
  });
  expect(app.mails).toHaveLength(0);
  const right = { email, password: goodPassword };
  await expect(app.account.signIn(caller, right)).rejects.toMatchObject({ code: "email_not_verified" });
  await app.account.verifyEmail(caller, { token: app.mailedToken() });
  expect((await app.account.signIn(caller, right)).profile.isEmailVerified).toBe(true);
});

test("ten wrong passwords close the account's door for a quarter of an hour, from any address, known or not", async () => {
  const { email } = await app.person();
  for (const address of [email, "unknown@example.org"]) {
    for (let i = 0; i < 10; i++) {
      const attempt = app.account.signIn(await fromNewAddress(), { email: address, password: wrong });
      await expect(attempt).rejects.toMatchObject({ code: "wrong_credentials" });
    }
    const right = { email: address, password: goodPassword };
    await expect(app.account.signIn(await fromNewAddress(), right)).rejects.toMatchObject({
      code: "too_many_requests",
      details: { retryAfterSeconds: 900 },
    });
  }
  app.clock.advance(15 * 60_000);
  expect((await app.account.signIn(await fromNewAddress(), { email, password: goodPassword })).profile.email).toBe(
    email,
  );
});

test("forty tries at the same moment are no more than ten", async () => {
  const { email } = await app.person();
  const caller = await fromNewAddress();
  const tries = Array.from({ length: 40 }, () => app.account.signIn(caller, { email, password: wrong }));
  const codes = (await Promise.allSettled(tries)).map((answer) => answer.status === "rejected" && answer.reason.code);
  expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(10);
  expect(codes.filter((code) => code === "too_many_requests")).toHaveLength(30);
});

test("signing in starts the account's count anew", async () => {
  const { email } = await app.person();
  const caller = await fromNewAddress();
  const fail = () => app.account.signIn(caller, { email, password: wrong });
  for (let i = 0; i < 9; i++) await expect(fail()).rejects.toMatchObject({ code: "wrong_credentials" });
  await app.account.signIn(caller, { email, password: goodPassword });
  for (let i = 0; i < 9; i++) await expect(fail()).rejects.toMatchObject({ code: "wrong_credentials" });
});

test("a room of sixty behind one address mistypes twice each, all at once, then signs in", async () => {
  const room = await fromNewAddress();
  const people = await Promise.all(Array.from({ length: 60 }, () => app.person()));
  const allTry = (password: string) =>
    Promise.allSettled(people.map(({ email }) => app.account.signIn(room, { email, password })));
  for (let i = 0; i < 2; i++) {
    for (const answer of await allTry(wrong)) expect(answer).toMatchObject({ reason: { code: "wrong_credentials" } });
  }
  for (const answer of await allTry(goodPassword)) expect(answer.status).toBe("fulfilled");
}, 60_000);

test("signing in takes back one's own failures only: who owns an account cannot spray with it", async () => {
  const sprayer = await fromNewAddress();
  const { email } = await app.person();
  const spray = (name: string) =>
    expect(app.account.signIn(sprayer, { email: `${name}@example.org`, password: wrong })).rejects.toMatchObject({
      code: "wrong_credentials",
    });
  await expect(app.account.signIn(sprayer, { email, password: wrong })).rejects.toMatchObject({
    code: "wrong_credentials",
  });
  for (let i = 1; i < 99; i++) await spray(`sprayed-${i}`);
  await app.account.signIn(sprayer, { email, password: goodPassword });
  await spray("sprayed-99");
  await spray("sprayed-100");
  const next = app.account.signIn(sprayer, { email, password: goodPassword });
  await expect(next).rejects.toMatchObject({ code: "too_many_requests" });
}, 60_000);

test("a hundred accounts that fail from one address close it, and the log names neither account nor address", async () => {
  const caller = await fromNewAddress();
  for (let i = 0; i < 100; i++) {
    const attempt = app.account.signIn(caller, { email: `guess-${i}@example.org`, password: wrong });
    await expect(attempt).rejects.toMatchObject({ code: "wrong_credentials" });
  }
  const next = app.account.signIn(caller, { email: "guess-100@example.org", password: wrong });
  await expect(next).rejects.toMatchObject({ code: "too_many_requests" });
  const entries = await app.db.many<{ entry: string; kind: string }>(
    sql`select audit_log::text as entry, subject_type as kind from audit_log where action = 'sign_in.throttled'`,
  );
  expect(entries.map(({ kind }) => kind)).toContain("sign-in-address");
  expect(entries.map(({ kind }) => kind)).toContain("sign-in-account");
  expect(entries.map(({ entry }) => entry).join()).not.toMatch(/@|198\.51\./);
  const subjects = await app.db.many<{ subject: string }>(sql`select distinct subject from sign_in_failures`);
  expect(subjects.every(({ subject }) => /^[0-9a-f]{64}$/.test(subject))).toBe(true);
}, 60_000);

test("signing in again on the same browser ends the session it came with", async () => {
  const { person, cookie } = await app.signedIn();
  await app.account.signIn(await app.caller({ cookie }), { email: person.email, password: goodPassword });
  expect(await app.identity.resolveActor(cookie)).toEqual({ kind: "anonymous" });
});

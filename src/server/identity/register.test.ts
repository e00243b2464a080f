import { afterAll, expect, test } from "vitest";
import { sql } from "../platform/db/sql.ts";
import { goodPassword, testIdentity } from "../testing/test-identity.ts";

const app = await testIdentity();
afterAll(() => app.close());

const ada = { name: "Ada", email: "Ada@Example.org", password: goodPassword, language: "pl" } as const;

test("who registers gets a link in their language, and opening it signs them in as a participant", async () => {
  const anyone = await app.caller();
  expect(await app.account.register(anyone, ada)).toEqual({ accepted: true });
  const mail = app.mails.at(-1);
  expect(mail).toMatchObject({ to: "ada@example.org", subject: "Potwierdź swój adres e-mail", language: "pl" });
  expect(mail?.text).toContain("http://localhost:3001/pl/account/verify?token=");

  const { profile, setCookie } = await app.account.verifyEmail(anyone, { token: app.mailedToken() });
  expect(profile).toMatchObject({ name: "Ada", email: "ada@example.org", role: "participant", isEmailVerified: true });
  expect(await app.identity.resolveActor(setCookie.split(";")[0])).toMatchObject({ kind: "person", name: "Ada" });
});

test("a stranger cannot have their words mailed to somebody else's address", async () => {
  const name = "Win a prize at evil.example";
  await app.account.register(await app.caller(), { ...ada, name, email: "bystander@example.org" });
  expect(app.mails.at(-1)).toMatchObject({ to: "bystander@example.org", text: expect.not.stringContaining("evil") });
  expect(app.mails.at(-1)?.html).not.toContain("evil");
});

test("a link works once", async () => {
  const anyone = await app.caller();
  await app.account.register(anyone, { ...ada, email: "once@example.org" });
  const token = app.mailedToken();
  const answers = await Promise.allSettled([1, 2, 3].map(() => app.account.verifyEmail(anyone, { token })));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(app.account.verifyEmail(anyone, { token })).rejects.toMatchObject({ code: "link_invalid" });
});

test("a link works for 24 hours and no longer", async () => {
  const anyone = await app.caller();
  await app.account.register(anyone, { ...ada, email: "late@example.org" });
  app.clock.advance(24 * 3_600_000);
  const token = app.mailedToken();
  await expect(app.account.verifyEmail(anyone, { token })).rejects.toMatchObject({ code: "link_invalid" });
});

test("a known address gets the same answer, and a mail that says so", async () => {
  const known = await app.person({ language: "en", name: "Grace" });
  const answer = await app.account.register(await app.caller(), { ...ada, name: "Mallory", email: known.email });
  expect(answer).toEqual({ accepted: true });
  const mail = app.mails.at(-1);
  expect(mail).toMatchObject({ to: known.email, subject: "You already have an account", language: "en" });
  expect(mail?.text).toContain("Hello Grace");
  expect(mail?.text).not.toContain("token=");
  const { profile } = await app.account.signIn(await app.caller(), { email: known.email, password: goodPassword });
  expect(profile.name).toBe("Grace");
});

test("nobody's link opens an account with the password that somebody else chose for it", async () => {
  const anyone = await app.caller();
  const email = "victim@example.org";
  await app.account.register(anyone, { ...ada, email, password: "the attacker's own" });
  await app.account.register(anyone, { ...ada, email, name: "Victim" });
  const token = app.mailedToken();
  await app.account.register(anyone, { ...ada, email, password: "the attacker again" });
  const { profile } = await app.account.verifyEmail(anyone, { token });
  expect(profile.name).toBe("Victim");
  const attack = app.account.signIn(anyone, { email, password: "the attacker again" });
  await expect(attack).rejects.toMatchObject({ code: "wrong_credentials" });
  expect((await app.account.signIn(anyone, { email, password: goodPassword })).profile.email).toBe(email);
});

test("a weak password is refused with its field and a reason in the reader's language", async () => {
  const polish = await app.caller({ language: "pl" });
  const refused = (given: { password: string }) => app.account.register(polish, { ...ada, ...given });
  await expect(refused({ password: "Password-123" })).rejects.toMatchObject({
    code: "password_too_weak",
    details: { issues: [{ field: "password", code: "is_common", message: expect.stringContaining("haseł") }] },
  });
});

test("five registrations per address and hour, then a request to wait", async () => {
  const anyone = await app.caller({ address: "192.0.2.77" });
  const again = () => app.account.register(anyone, { ...ada, email: "flood@example.org" });
  for (let i = 0; i < 5; i++) await again();
  await expect(again()).rejects.toMatchObject({ code: "too_many_requests", details: { retryAfterSeconds: 3600 } });
});

test("what is stored of a token cannot be used as one", async () => {
  await app.account.register(await app.caller(), { ...ada, email: "stored@example.org" });
  const token = app.mailedToken();
  const rows = await app.db.many<{ row: string }>(sql`select verifications::text as row from verifications`);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some(({ row }) => row.includes(token))).toBe(false);
});

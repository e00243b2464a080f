import { afterAll, expect, test } from "vitest";
import { sql } from "../platform/db/sql.ts";
import { goodPassword, testIdentity } from "../testing/test-identity.ts";

const app = await testIdentity();
afterAll(() => app.close());

const newPassword = "eleven blue kettles";

async function requestReset(email: string): Promise<string> {
  await app.account.requestPasswordReset(await app.caller(), { email });
  await app.runJobs();
  return app.mailedToken();
}

test("a mailed link sets a new password, ends every login session and says so by mail", async () => {
  const { person, cookie } = await app.signedIn();
  const token = await requestReset(person.email);
  expect(app.mails.at(-1)?.text).toContain("/en/account/reset-password?token=");
  const anyone = await app.caller();
  await app.account.resetPassword(anyone, { token, password: newPassword });
  expect(await app.identity.resolveActor(cookie)).toEqual({ kind: "anonymous" });
  const old = app.account.signIn(anyone, { email: person.email, password: goodPassword });
  await expect(old).rejects.toMatchObject({ code: "wrong_credentials" });
  await app.account.signIn(anyone, { email: person.email, password: newPassword });
  expect(app.mails.at(-1)).toMatchObject({ to: person.email, subject: "Your password was changed" });
  const again = app.account.resetPassword(anyone, { token, password: goodPassword });
  await expect(again).rejects.toMatchObject({ code: "link_invalid" });
});

test("a link is good for one hour", async () => {
  const { email } = await app.person();
  const token = await requestReset(email);
  app.clock.advance(3_600_000);
  const late = app.account.resetPassword(await app.caller(), { token, password: newPassword });
  await expect(late).rejects.toMatchObject({ code: "link_invalid" });
});

test("a weak password leaves the link good for another try", async () => {
  const { email } = await app.person();
  const token = await requestReset(email);
  const anyone = await app.caller();
  const weak = app.account.resetPassword(anyone, { token, password: email });
  await expect(weak).rejects.toMatchObject({ code: "password_too_weak" });
  await app.account.resetPassword(anyone, { token, password: newPassword });
});

test("asking for an unknown address is answered alike and mails nothing", async () => {
  const before = app.mails.length;
  const answer = await app.account.requestPasswordReset(await app.caller(), { email: "nobody@example.org" });
  expect(answer).toEqual({ accepted: true });
  await app.runJobs();
  expect(app.mails).toHaveLength(before);
});

test("resetting confirms the address and gives an account that was locked by guesses back to its owner", async () => {
  const { email } = await app.person({ isVerified: false });
  const anyone = await app.caller();
  for (let i = 0; i < 10; i++)
    await app.account.signIn(anyone, { email, password: "wrong guess" }).catch(() => undefined);
  await app.account.resetPassword(anyone, { token: await requestReset(email), password: newPassword });
  expect((await app.account.signIn(anyone, { email, password: newPassword })).profile.isEmailVerified).toBe(true);
});

test("a link for one purpose is none for the other", async () => {
  const { email } = await app.person({ isVerified: false });
  const token = await requestReset(email);
  await expect(app.account.verifyEmail(await app.caller(), { token })).rejects.toMatchObject({ code: "link_invalid" });
});

test("changing one's password keeps this login session and ends the others", async () => {
  const { person, cookie, caller } = await app.signedIn();
  const elsewhere = await app.identity.openLoginSession(person.id);
  expect(await app.identity.resolveActor(elsewhere)).toMatchObject({ kind: "person" });
  await app.account.changePassword(caller, { currentPassword: goodPassword, newPassword });
  expect(await app.identity.resolveActor(elsewhere)).toEqual({ kind: "anonymous" });
  expect(await app.identity.resolveActor(cookie)).toMatchObject({ kind: "person" });
  await app.account.signIn(await app.caller(), { email: person.email, password: newPassword });
  const entries = await app.db.many(
    sql`select action from audit_log where subject_id = ${person.id} and actor_id = ${person.id}`,
  );
  expect(entries).toEqual([{ action: "person.password_changed" }]);
});

test("a stolen session cannot guess the current password for long", async () => {
  const { caller } = await app.signedIn();
  const guess = () => app.account.changePassword(caller, { currentPassword: "a guess", newPassword });
  for (let i = 0; i < 10; i++) await expect(guess()).rejects.toMatchObject({ code: "wrong_credentials" });
  await expect(guess()).rejects.toMatchObject({ code: "too_many_requests" });
});

test("the new password's weakness names the field newPassword", async () => {
  const { caller, person } = await app.signedIn();
  const change = app.account.changePassword(caller, { currentPassword: goodPassword, newPassword: person.email });
  await expect(change).rejects.toMatchObject({ details: { issues: [{ field: "newPassword", code: "is_email" }] } });
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { goodPassword, testIdentity } from "../testing/test-identity.ts";

let app: Awaited<ReturnType<typeof testIdentity>>;
beforeEach(async () => {
  app = await testIdentity();
});
afterEach(() => app.close());

const chief = { name: "Chief", email: "chief@example.org", password: goodPassword, language: "pl" } as const;

async function printedCode(): Promise<string> {
  const code = await app.identity.setupCode();
  if (code === undefined) throw new Error("no setup code");
  return code;
}

test("the printed code, typed as people type, makes the first admin and signs them in", async () => {
  const setupCode = (await printedCode()).toUpperCase().replaceAll("-", " ");
  const { profile, setCookie } = await app.account.createFirstAdmin(await app.caller(), { ...chief, setupCode });
  expect(profile).toMatchObject({ name: "Chief", role: "admin", isEmailVerified: true, language: "pl" });
  expect(await app.identity.resolveActor(setCookie.split(";")[0])).toMatchObject({ role: "admin" });
});

test("there is only ever one first admin, whoever else knows the code at the same moment", async () => {
  const setupCode = await printedCode();
  const caller = await app.caller();
  const rivals = [1, 2, 3, 4].map((n) =>
    app.account.createFirstAdmin(caller, { ...chief, email: `chief-${n}@example.org`, setupCode }),
  );
  const answers = await Promise.allSettled(rivals);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const late = app.account.createFirstAdmin(caller, { ...chief, setupCode });
  await expect(late).rejects.toMatchObject({ code: "setup_done" });
  expect(await app.identity.setupCode()).toBeUndefined();
});

test("the codes of several processes all work, a guess does not, and guessing is slowed down", async () => {
  const codes = [await printedCode(), await printedCode(), await printedCode()];
  const caller = await app.caller();
  const attempt = (setupCode: string) => app.account.createFirstAdmin(caller, { ...chief, setupCode });
  await expect(attempt("aaaa-bbbb-cccc-dddd-eeee-ffff")).rejects.toMatchObject({ code: "wrong_credentials" });
  await expect(attempt("")).rejects.toMatchObject({ code: "wrong_credentials" });
  for (let i = 0; i < 17; i++) await expect(attempt("guess")).rejects.toMatchObject({ code: "wrong_credentials" });
  expect((await attempt(codes[0] ?? "")).profile.role).toBe("admin");
  expect(codes).toHaveLength(3);
});

test("the twenty-first guess has to wait", async () => {
  await printedCode();
  const caller = await app.caller();
  const guess = () => app.account.createFirstAdmin(caller, { ...chief, setupCode: "guess" });
  for (let i = 0; i < 20; i++) await expect(guess()).rejects.toMatchObject({ code: "wrong_credentials" });
  await expect(guess()).rejects.toMatchObject({ code: "too_many_requests" });
});

test("without a printed code nobody becomes admin", async () => {
  const attempt = app.account.createFirstAdmin(await app.caller(), { ...chief, setupCode: "" });
  await expect(attempt).rejects.toMatchObject({ code: "wrong_credentials" });
});

test("an address that is taken is told to the holder of the code", async () => {
  await app.person({ email: chief.email });
  const setupCode = await printedCode();
  const attempt = app.account.createFirstAdmin(await app.caller(), { ...chief, setupCode });
  await expect(attempt).rejects.toMatchObject({ code: "conflict", details: { reason: "email_taken" } });
});

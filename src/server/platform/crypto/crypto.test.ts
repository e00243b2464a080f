import { expect, test } from "vitest";
import { createPasswordHasher } from "./password-hash.ts";
import { seal, unseal } from "./seal.ts";
import { asTypedCode, hashOfToken, isToken, keyedHash, newToken, newTypedCode } from "./token.ts";

test("passwords are argon2id with OWASP's cost, salted, and match only themselves", async () => {
  const { hash, matches } = createPasswordHasher();
  const stored = await hash("zażółć gęślą jaźń");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hash("zażółć gęślą jaźń")).not.toBe(stored);
  expect(await matches(stored, "zażółć gęślą jaźń")).toBe(true);
  expect(await matches(stored, "zażółć gęślą jaźn")).toBe(false);
});

test("without a stored hash nothing matches, after the same work", async () => {
  const { hash, matches } = createPasswordHasher();
  const stored = await hash("a password");
  const timed = async (candidate: string | undefined) => {
    const start = performance.now();
    for (let i = 0; i < 10; i++) expect(await matches(candidate, "a guess")).toBe(false);
    return performance.now() - start;
  };
  await timed(undefined);
  const [known, unknown] = [await timed(stored), await timed(undefined)];
  // An early answer would be a thousand times quicker; the bound leaves room for a busy machine.
  expect(unknown).toBeGreaterThan(known / 5);
});

test("tokens are 256 random bits and are stored as something else", () => {
  const token = newToken();
  expect(isToken(token)).toBe(true);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(newToken()).not.toBe(token);
  expect(hashOfToken(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(isToken(`${token}x`)).toBe(false);
  expect(isToken("' or true --")).toBe(false);
});

test("keyed hashes differ between installations", () => {
  expect(keyedHash("one secret", "ada@example.org")).not.toBe(keyedHash("another", "ada@example.org"));
});

test("a code may be typed with other case, spaces or no dashes", () => {
  const code = newTypedCode();
  expect(code).toMatch(/^([a-z0-9]{4}-){5}[a-z0-9]{4}$/);
  expect(asTypedCode(` ${code.toUpperCase().replaceAll("-", " ")}\n`)).toBe(code);
  expect(asTypedCode(code.replaceAll("-", ""))).toBe(code);
});

test("sealed texts are read with the same secret and purpose only, and not once changed", () => {
  const sealed = seal("secret", "mail", "Zażółć gęślą jaźń");
  expect(unseal("secret", "mail", sealed)).toBe("Zażółć gęślą jaźń");
  expect(seal("secret", "mail", "the same")).not.toBe(seal("secret", "mail", "the same"));
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`;
  for (const [secret, purpose, text] of [
    ["other", "mail", sealed],
    ["secret", "other", sealed],
    ["secret", "mail", changed],
    ["secret", "mail", ""],
  ] as const)
    expect(() => unseal(secret, purpose, text)).toThrow();
});

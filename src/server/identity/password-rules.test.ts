import { expect, test } from "vitest";
import { commonPasswords } from "./common-passwords.ts";
import { weaknessOf } from "./password-rules.ts";

const owner = { name: "Zażółć Gęśla", email: "zazolc.gesla@example.org" };

test.each([
  ["zazolc.gesla@example.org", "is_email"],
  ["ZazolcGesla", "is_email"],
  ["zażółć gęśla", "is_name"],
  ["Zażółć-Gęśla", "is_name"],
  ["aaaaaaaaaaaa", "is_repetitive"],
  ["ababababab", "is_repetitive"],
  ["Password 123", "is_common"],
  ["1234567890", "is_common"],
  ["q-w-e-r-t-y-u-i-o-p", "is_common"],
])("%s is refused because it %s", (password, weakness) => {
  expect(weaknessOf(password, owner)).toBe(weakness);
});

test.each(["seven green bicycles", "zazolc.gesla@example.org 7", "żółte łódki płyną"])("%s is good", (password) => {
  expect(weaknessOf(password, owner)).toBeUndefined();
});

test("the list of common passwords is long enough to matter and in the form it is compared in", () => {
  expect(commonPasswords.size).toBeGreaterThanOrEqual(100);
  for (const password of commonPasswords) expect(password).toMatch(/^[a-z0-9]{9,}$/);
});

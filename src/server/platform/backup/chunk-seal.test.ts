import { expect, test } from "vitest";
import { keyOf } from "./chunk-seal.ts";

test("the key of a file is made without keeping anybody waiting, and once for the same words and salt", async () => {
  let turns = 0;
  const turn = setInterval(() => turns++, 1);
  const key = await keyOf("a key that only this test knows", "00ff");
  clearInterval(turn);
  expect(turns).toBeGreaterThan(0);
  expect(key.toString("hex")).toMatch(/^[0-9a-f]{64}$/);
  expect(await keyOf("a key that only this test knows", "00ff")).toBe(key);
  expect(await keyOf("a key that only this test knows", "00fe")).not.toEqual(key);
});

import { expect, test } from "vitest";
import { parseNumber, writeNumber } from "./typed-number.ts";

test.each([
  ["3,5", 3.5],
  [" 1 000 ", 1000],
  ["−2", -2],
  ["7.", 7],
  ["", ""],
  ["-", "-"],
  ["3x", "3x"],
  ["1,2,3", "1,2,3"],
])("%s is read as %s", (typed, read) => {
  expect(parseNumber(typed)).toBe(read);
});

test("a number is written as one types it", () => {
  expect(writeNumber(3.5, "pl")).toBe("3,5");
  expect(writeNumber(3.5, "en")).toBe("3.5");
});

import { expect, test } from "vitest";
import { centsOf, typedPrice } from "./price.ts";

test.each([
  ["120", 12_000],
  ["49,50", 4950],
  ["49.5", 4950],
  ["1 250,00", 125_000],
  ["0", 0],
  ["", null],
  ["-1", undefined],
  ["12.345", undefined],
  ["free", undefined],
  ["1000000.01", undefined],
])("%j is %j cents", (typed, cents) => {
  expect(centsOf(typed)).toBe(cents);
});

test("an amount reads back as it was typed", () => {
  expect(typedPrice(4950, ",")).toBe("49,50");
  expect(typedPrice(12_000, ".")).toBe("120");
  expect(typedPrice(null, ".")).toBe("");
});

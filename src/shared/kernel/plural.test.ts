import { expect, test } from "vitest";
import { plural } from "./plural.ts";

const forms = { one: "warsztat", few: "warsztaty", many: "warsztatów", other: "warsztatu" };

test.each([
  [1, "warsztat"],
  [2, "warsztaty"],
  [4, "warsztaty"],
  [5, "warsztatów"],
  [0, "warsztatów"],
  [12, "warsztatów"],
  [14, "warsztatów"],
  [22, "warsztaty"],
  [25, "warsztatów"],
  [101, "warsztatów"],
  [1.5, "warsztatu"],
])("Polish says %d %s", (count, form) => {
  expect(plural("pl", count, forms)).toBe(form);
});

test.each([
  [1, "seat"],
  [0, "seats"],
  [2, "seats"],
  [1.5, "seats"],
])("English says %d %s", (count, form) => {
  expect(plural("en", count, { one: "seat", other: "seats" })).toBe(form);
});

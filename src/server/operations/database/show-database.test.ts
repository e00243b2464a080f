import { expect, test } from "vitest";
import { wantsIndex } from "./show-database.ts";

const often = { rows: 50_000, wholeReads: 400, rowsReadWhole: 400 * 50_000 };

test("a big table that is often read from end to end may lack an index", () => {
  expect(wantsIndex(often)).toBe(true);
});

test.each([
  ["small", { rows: 900, rowsReadWhole: 400 * 900 }],
  ["rarely read so", { wholeReads: 3, rowsReadWhole: 3 * 50_000 }],
  ["left after a few rows, as with a limit", { rowsReadWhole: 400 * 20 }],
])("one that is %s does not", (_, difference) => {
  expect(wantsIndex({ ...often, ...difference })).toBe(false);
});

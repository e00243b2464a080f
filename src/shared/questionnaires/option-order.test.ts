import { expect, test } from "vitest";
import { shuffledOptions } from "./option-order.ts";

const options = ["a", "b", "c", "d"];

test("one respondent always gets the same order, and nothing is lost", () => {
  const first = shuffledOptions(options, "response 1");
  expect(shuffledOptions(options, "response 1")).toEqual(first);
  expect([...first].sort()).toEqual(options);
  expect(options).toEqual(["a", "b", "c", "d"]);
});

test("over many respondents every option comes first about equally often", () => {
  const firsts = new Map<string, number>();
  for (let i = 0; i < 4000; i++) {
    const first = shuffledOptions(options, `response ${i}`)[0] ?? "";
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  for (const option of options) expect(firsts.get(option)).toBeGreaterThan(850);
  for (const option of options) expect(firsts.get(option)).toBeLessThan(1150);
});

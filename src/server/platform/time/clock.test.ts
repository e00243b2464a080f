import { expect, test } from "vitest";
import { fixedClock } from "./clock.ts";

test("a fixed clock stands still until it is set or advanced, and hands out copies", () => {
  const clock = fixedClock("2027-01-15T09:00:00Z");
  clock.now().setFullYear(1999);
  expect(clock.now()).toEqual(new Date("2027-01-15T09:00:00Z"));
  clock.advance(90_000);
  expect(clock.now().toISOString()).toBe("2027-01-15T09:01:30.000Z");
  clock.set("2028-02-29T00:00:00Z");
  expect(clock.now().toISOString()).toBe("2028-02-29T00:00:00.000Z");
  expect(() => clock.set("soon")).toThrow(RangeError);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classLabel } from "./class-label.ts";
import { numberClasses } from "./number-classes.ts";

const values = fc.array(
  fc.oneof(fc.integer({ min: -500, max: 500 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
  {
    minLength: 5,
    maxLength: 300,
  },
);

describe("classes of numbers", () => {
  test("hold everybody, nobody in two, never one to four people, with open ends", () => {
    fc.assert(
      fc.property(values, fc.boolean(), (numbers, isWhole) => {
        const classes = numberClasses(numbers, isWhole);
        expect(classes.length).toBeLessThanOrEqual(12);
        expect([classes[0]?.from, classes[classes.length - 1]?.to]).toEqual([null, null]);
        for (const [index, { from, to, count }] of classes.entries()) {
          const inside = numbers.filter((value) => (from === null || value >= from) && (to === null || value < to));
          expect(inside.length).toBe(count);
          expect(count === 0 || count >= 5).toBe(true);
          if (index > 0) expect(from).toBe(classes[index - 1]?.to);
        }
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
      }),
    );
  });

  test("inner classes are equally wide, with widths of 1, 2 or 5 times a power of ten", () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const widths = numberClasses(numbers, false).flatMap(({ from, to }) =>
          from === null || to === null ? [] : [to - from],
        );
        for (const width of widths) {
          expect(Math.abs(width / (widths[0] ?? 1) - 1)).toBeLessThan(1e-6);
          expect(["1", "2", "5"]).toContain((width.toExponential(6).match(/^[\d.]+/)?.[0] ?? "").replace(/\.?0+$/, ""));
        }
      }),
    );
  });

  test("of ages in a workshop", () => {
    const ages = [19, 22, 24, 25, 26, 27, 31, 32, 33, 33, 34, 38, 41, 42, 43, 45, 47, 52, 55, 56, 58, 61];
    expect(numberClasses(ages, true)).toEqual([
      { from: null, to: 30, count: 6 },
      { from: 30, to: 40, count: 6 },
      { from: 40, to: 50, count: 5 },
      { from: 50, to: null, count: 5 },
    ]);
  });

  test("when all gave the same number there is one class without edges", () => {
    expect(numberClasses([7, 7, 7, 7, 7], true)).toEqual([{ from: null, to: null, count: 5 }]);
  });

  test("are named in both languages", () => {
    expect(classLabel({ from: null, to: 20 }, true)).toEqual({ en: "< 20", pl: "< 20" });
    expect(classLabel({ from: 20, to: 30 }, true)).toEqual({ en: "20–29", pl: "20–29" });
    expect(classLabel({ from: 2.5, to: 5 }, false)).toEqual({ en: "2.5 – < 5", pl: "2,5 – < 5" });
  });
});

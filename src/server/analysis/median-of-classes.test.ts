import fc from "fast-check";
import { expect, test } from "vitest";
import { medianOfClasses } from "./median-of-classes.ts";

const way = [
  { from: 1, to: 2 },
  { from: 3, to: 3 },
  { from: 4, to: 4 },
  { from: 5, to: 7 },
];

test("the middle answer is told when its class is one point", () => {
  expect(medianOfClasses(way, [6, 9, 5, 5])).toBe(3);
  expect(medianOfClasses(way, [5, 5, 5, 5])).toBe(3.5);
});

test("it is not told when it lies among several points, or nobody answered", () => {
  expect(medianOfClasses(way, [20, 5, 5, 5])).toBeNull();
  expect(medianOfClasses(way, [5, 5, 0, 10])).toBeNull();
  expect(medianOfClasses(way, [0, 0, 0, 0])).toBeNull();
});

test("with a class for every point it is the median of the answers", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 11 }), (counts) => {
      const answers = counts.flatMap((count, point) => Array.from({ length: count }, () => point));
      fc.pre(answers.length > 0);
      const [low, high] = [answers[Math.ceil(answers.length / 2) - 1], answers[Math.floor(answers.length / 2)]];
      const points = counts.map((_, point) => ({ from: point, to: point }));
      expect(medianOfClasses(points, counts)).toBe(((low ?? 0) + (high ?? 0)) / 2);
    }),
  );
});

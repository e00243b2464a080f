import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean, median, quantile, roundTo, sampleStandardDeviation } from "./statistics.ts";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const numbers = fc.array(number, { minLength: 2, maxLength: 200 });
const close = (a: number | null, b: number) =>
  expect(Math.abs((a ?? Number.NaN) - b)).toBeLessThan(1e-6 * (1 + Math.abs(b)));

describe("describing numbers", () => {
  test("textbook values", () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(median(values)).toBe(4.5);
    expect(sampleStandardDeviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  });

  test("a quantile lies between its neighbours even among the tiniest numbers there are", () => {
    expect(median([0, 3.5e-323, 3.5e-323, 3.5e-323])).toBe(3.5e-323);
  });

  test("of nothing there is no mean, and of one value no deviation", () => {
    expect([mean([]), median([]), sampleStandardDeviation([1])]).toEqual([null, null, null]);
    expect(median([3])).toBe(3);
  });

  test("agree with the definitions", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const average = values.reduce((sum, value) => sum + value, 0) / values.length;
        const squares = values.reduce((sum, value) => sum + (value - average) ** 2, 0);
        close(mean(values), average);
        close(sampleStandardDeviation(values), Math.sqrt(squares / (values.length - 1)));
        const below = values.filter((value) => value < (median(values) as number)).length;
        const above = values.filter((value) => value > (median(values) as number)).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  test("move with a shift, do not depend on order and do not touch their input", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
        const before = [...values];
        const shifted = values.map((value) => value + shift).reverse();
        close(mean(shifted), (mean(values) as number) + shift);
        close(median(shifted), (median(values) as number) + shift);
        close(sampleStandardDeviation(shifted), sampleStandardDeviation(values) as number);
        expect(values).toEqual(before);
      }),
    );
  });

  test("keep their digits when values are large and close together", () => {
    expect(sampleStandardDeviation([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBeCloseTo(Math.sqrt(30), 9);
    expect(mean([Number.MAX_VALUE / 2, Number.MAX_VALUE / 2])).toBe(Number.MAX_VALUE / 2);
  });

  test("rounds half away from zero and never to minus zero", () => {
    expect([roundTo(2.25, 1), roundTo(-2.25, 1), Object.is(roundTo(-0.01, 1), 0)]).toEqual([2.3, -2.3, true]);
  });
});

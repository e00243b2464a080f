import { describe, expect, test } from "vitest";

/** Plain JavaScript, which runs without a build and so has no types. */
const part = <T>(name: string): Promise<T> => import(`${new URL(`../../scripts/load/${name}.mjs`, import.meta.url)}`);

interface Histogram {
  add(milliseconds: number): void;
  merge(other: Histogram): void;
  percentile(share: number): number | undefined;
  count: number;
  max: number;
}
const { createHistogram } = await part<{ createHistogram(): Histogram }>("histogram");

interface Stage {
  seconds: number;
  users: number;
}
const { stagesFor, usersAt, lengthOf } = await part<{
  stagesFor(asked: { profile?: string; users?: number; seconds?: number }): Stage[];
  usersAt(stages: Stage[], seconds: number): number | undefined;
  lengthOf(stages: Stage[]): number;
}>("stages");

const { readOptions } = await part<{ readOptions(words: string[]): Record<string, unknown> }>("options");

describe("percentiles from buckets", () => {
  test("are within 0.8 % of those of all values, from microseconds to a minute", () => {
    const histogram = createHistogram();
    const values = Array.from({ length: 20_000 }, (_, index) => 0.002 * 1.00086 ** index);
    for (const value of values) histogram.add(value);
    for (const share of [0.01, 0.25, 0.5, 0.95, 0.99, 0.999]) {
      const exact = values[Math.ceil(share * values.length) - 1] ?? 0;
      // Beside the bucket's width, whole microseconds are all there is.
      expect(Math.abs((histogram.percentile(share) ?? 0) - exact)).toBeLessThanOrEqual(exact * 0.008 + 0.0006);
    }
    expect(histogram.percentile(1)).toBe(values.at(-1));
  });

  test("two histograms together know what one of all values would", () => {
    const [one, other, all] = [createHistogram(), createHistogram(), createHistogram()];
    for (let value = 1; value <= 1000; value++) {
      (value % 3 === 0 ? one : other).add(value);
      all.add(value);
    }
    one.merge(other);
    expect([one.count, one.max, one.percentile(0.5), one.percentile(0.99)]).toEqual([
      ...[all.count, all.max, all.percentile(0.5), all.percentile(0.99)],
    ]);
  });

  test("nothing counted is no figure, not zero", () => {
    expect(createHistogram().percentile(0.95)).toBeUndefined();
  });
});

describe("how many users there are", () => {
  test("follows the guide's stages, in 27 minutes or in one", () => {
    const full = stagesFor({ profile: "full" });
    const minutes = [0, 1, 2, 7, 17, 22, 24.5, 26.9];
    expect(minutes.map((each) => usersAt(full, each * 60))).toEqual([0, 5, 10, 50, 100, 200, 100, 4]);
    expect(usersAt(full, 27 * 60)).toBeUndefined();
    const short = stagesFor({ profile: "short" });
    expect(lengthOf(short)).toBeCloseTo(60);
    expect(usersAt(short, (60 * 22) / 27)).toBe(200);
  });

  test("is constant when a number is asked for", () => {
    const stages = stagesFor({ users: 30, seconds: 5 });
    expect([0, 2, 4.9, 5].map((seconds) => usersAt(stages, seconds))).toEqual([30, 30, 30, undefined]);
  });
});

describe("the command line", () => {
  test.each([
    [["http://localhost:3001/en"], { address: "http://localhost:3001", profile: "short", think: [0.2, 0.7] }],
    [["--users", "50", "--seconds", "20"], { users: 50, seconds: 20 }],
    [["--processes", "3", "--redis", "--scenario", "room"], { processes: 3, redis: true, scenario: "room" }],
  ])("%j is understood", (words, read) => {
    expect(readOptions(words)).toMatchObject(read);
  });

  test.each([
    [["localhost:3001"], "no address"],
    [["--users", "0"], "--users expects a whole number from 1"],
    [["--seconds", "1e3"], "--seconds expects"],
    [["--profile", "tiny"], "--profile expects short or full"],
    [["--scenario", "flood"], "--scenario expects room or rush"],
    [["--think", "2-1"], "--think expects"],
    [["--user", "5"], "--user"],
    [["http://one.example", "http://two.example"], "one address is enough"],
  ])("%j is refused", (words, message) => {
    expect(() => readOptions(words)).toThrow(message);
  });
});

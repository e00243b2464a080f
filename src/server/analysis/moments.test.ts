import { describe, expect, test } from "vitest";
import type { QuestionOf } from "../../shared/questionnaires/questionnaire.ts";
import { createBreather } from "./breather.ts";
import type { Secret } from "./cell-table.ts";
import { figuresOf } from "./question-figures.ts";
import { isSmall } from "./releases.ts";
import { mean, median, roundTo, sampleStandardDeviation } from "./statistics.ts";

const secrets: Secret[] = [
  { noise: [], isGenerous: false },
  { noise: [0.9, 0, 0.4, 0.1, 0.7, 0.3], isGenerous: true },
];

function* splits(people: number, cells: number): Generator<number[]> {
  if (cells === 1) yield [people];
  else
    for (let first = 0; first <= people; first++)
      for (const rest of splits(people - first, cells - 1)) yield [first, ...rest];
}

const expanded = (from: number, counts: readonly number[]) =>
  counts.flatMap((count, index) => new Array<number>(count).fill(from + index));

function publish(
  from: number,
  counts: readonly number[],
  { secret = secrets[0] as Secret, unanswered = 0 }: { secret?: Secret; unanswered?: number } = {},
) {
  const question = { kind: "scale", from, to: from + counts.length - 1, code: "q" } as QuestionOf<"scale">;
  const values = expanded(from, counts).map((point) => [point]);
  const cohorts = values.map(() => 0);
  return figuresOf(
    question,
    { values, cohorts, unanswered },
    { held: undefined, secret, basis: 1, breathe: createBreather() },
  );
}

/** The figures that other counts would lead to, at the precision at which these are shown. */
function isConsistent(from: number, counts: readonly number[], shown: Awaited<ReturnType<typeof publish>>): boolean {
  const values = expanded(from, counts);
  const digits = shown.cells.some(({ code, count }) => count === null || code.includes("-")) ? 1 : 2;
  const countIn = (code: string) => {
    const [first = "", last = first] = code.split("-");
    return counts.slice(Number(first) - from, Number(last) - from + 1).reduce((sum, count) => sum + count, 0);
  };
  const rounded = (value: number | null) => roundTo(value ?? Number.NaN, digits);
  return (
    shown.cells.every(({ code, count }) => count === null || count === countIn(code)) &&
    (shown.mean === null || shown.mean === rounded(mean(values))) &&
    (shown.median === null || shown.median === median(values)) &&
    (shown.standardDeviation === null || shown.standardDeviation === rounded(sampleStandardDeviation(values)))
  );
}

describe("mean, median and deviation of a scale", () => {
  test("with all published figures, an attacker who tries every distribution finds no count of one to four", async () => {
    for (const [people, from, cells] of [
      [5, 1, 4],
      [8, 1, 4],
      [12, 0, 3],
      [21, 1, 3],
    ] as const) {
      const distributions = [...splits(people, cells)];
      for (const counts of distributions) {
        for (const secret of secrets) {
          const shown = await publish(from, counts, { secret });
          const possible = distributions.filter((other) => isConsistent(from, other, shown));
          const derived = counts.filter(
            (count, index) => isSmall(count) && new Set(possible.map((other) => other[index])).size < 2,
          );
          expect(derived, `${counts} as ${JSON.stringify(shown)}`).toEqual([]);
        }
      }
    }
  });

  test("are exact when nothing is hidden", async () => {
    expect(await publish(1, [0, 0, 6, 10, 7])).toMatchObject({ mean: 4.04, median: 4, standardDeviation: 0.77 });
  });

  test("beside classes there is only the mean, beside hidden points nothing", async () => {
    expect(await publish(1, [0, 1, 1, 3, 4, 2, 1])).toMatchObject({ mean: 4.7, median: null, standardDeviation: null });
    const partly = await publish(1, [0, 3, 5, 9, 12, 8, 3], { unanswered: 2 });
    expect(partly).toMatchObject({ answered: null, mean: null, median: null, standardDeviation: null });
  });

  test("are left out when they would give the answers away", async () => {
    expect((await publish(1, [4, 1])).mean).toBeNull();
  });
});

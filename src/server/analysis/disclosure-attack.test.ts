import { describe, expect, test } from "vitest";
import type { Question, QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import type { SubmittedRow } from "./collect-answers.ts";
import { computeResults } from "./compute-results.ts";
import { type Figures, nothingYet, type QuestionFigures } from "./figures.ts";
import { secretOfQuestion } from "./keyed-secret.ts";
import { isSmall } from "./releases.ts";
import { readClass } from "./shown-classes.ts";
import { mean, median, sampleStandardDeviation } from "./statistics.ts";

const scale = (to: number) => ({ kind: "scale", from: 1, to, fromLabel: {}, toLabel: {} });
const number = (maximum: number) => ({ kind: "number", minimum: 0, maximum, isWhole: true });

/** How many gave each value; at the end, how many did not answer. */
type Counts = readonly number[];

interface Case {
  question: object;
  values: readonly number[];
  isRequired: boolean;
}

function contentOf({ question }: Case): QuestionnaireContent {
  const base = { id: "q", code: "q", text: { en: "?" }, help: {}, isRequired: false, showIf: null };
  const questions = [{ ...base, ...question } as Question];
  const section = { id: "s", title: { en: "All" }, description: {}, showIf: null, questions };
  return { title: { en: "Test" }, introduction: {}, thanks: {}, sections: [section] };
}

function rowsOf(values: readonly number[], counts: Counts, release: number, enteredIn: number | null): SubmittedRow[] {
  return counts.flatMap((count, index) =>
    Array.from({ length: count }, (_, person) => ({
      id: `${release}-${index}-${person}`,
      version: 1,
      answers: Object.fromEntries(values.slice(index, index + 1).map((value) => ["q", value])),
      enteredIn,
    })),
  );
}

/** What two releases show: of the first people, and of these and some more. */
async function releases(one: Case, [first, more]: readonly [Counts, Counts]): Promise<QuestionFigures[]> {
  const joined = contentOf(one);
  const compute = (rows: SubmittedRow[], held: Figures, release: number) =>
    computeResults({
      joined,
      contents: new Map([[1, joined]]),
      rows,
      held,
      number: release,
      secretOf: (code) => secretOfQuestion("test", "q", code),
      hasDeparted: () => false,
    });
  const earlier = await compute(rowsOf(one.values, first, 1, null), {}, 1);
  const rows = [...rowsOf(one.values, first, 1, 1), ...rowsOf(one.values, more, 2, null)];
  const later = await compute(rows, earlier, 2);
  return [earlier.q ?? nothingYet, later.q ?? nothingYet];
}

function* splits(people: number, cells: number): Generator<number[]> {
  if (cells === 1) yield [people];
  else
    for (let first = 0; first <= people; first++)
      for (const rest of splits(people - first, cells - 1)) yield [first, ...rest];
}

const distributions = ({ values, isRequired }: Case, people: number) =>
  isRequired
    ? [...splits(people, values.length)].map((counts) => [...counts, 0])
    : [...splits(people, values.length + 1)];

const sumOf = (counts: Counts) => counts.reduce((sum, count) => sum + count, 0);

/** Whether the counts could be behind the figures. The attacker knows how means are rounded, not how cells are chosen. */
function isPossible(values: readonly number[], counts: Counts, shown: QuestionFigures): boolean {
  if (shown.isSuppressed) return true;
  const answered = sumOf(counts.slice(0, values.length));
  if (answered < 5 || (shown.answered !== null && shown.answered !== answered)) return false;
  const isTable = shown.cells.every(({ code, count }) => {
    const { from, below } = readClass(code);
    const inside = values.map((value, index) => (value >= from && value < below ? (counts[index] ?? 0) : 0));
    return count === null || count === sumOf(inside);
  });
  if (!isTable) return false;
  const all = values.flatMap((value, index) => new Array<number>(counts[index] ?? 0).fill(value));
  const isExact = shown.standardDeviation !== null;
  const isNear = (figure: number | null, value: number | null) =>
    figure === null || Math.abs((value ?? Number.NaN) - figure) <= (isExact ? 0.005 : 0.05) + 1e-9;
  return (
    isNear(shown.mean, mean(all)) &&
    isNear(shown.standardDeviation, sampleStandardDeviation(all)) &&
    (shown.median === null || shown.median === median(all))
  );
}

/** The groups of one to four people, then, now and among the newcomers, that follow from what two releases show. */
async function derivedFrom(one: Case, [first, more]: readonly [Counts, Counts]): Promise<string[]> {
  const [earlier = nothingYet, later = nothingYet] = await releases(one, [first, more]);
  const isRenewed = later.basis === 2;
  const newcomers = distributions(one, sumOf(more));
  const groups = one.values.flatMap((_, from) =>
    one.values.slice(from).map((__, length) => [from, from + length + 1] as const),
  );
  const seen = new Map<string, Set<number>>();
  const note = (when: string, counts: Counts) => {
    for (const [from, to] of [...groups, [one.values.length, one.values.length + 1] as const]) {
      const key = `${when} ${from}-${to - 1}`;
      seen.set(key, (seen.get(key) ?? new Set()).add(sumOf(counts.slice(from, to))));
    }
  };
  for (const old of distributions(one, sumOf(first))) {
    if (!isPossible(one.values, old, earlier)) continue;
    for (const added of newcomers) {
      const all = old.map((count, index) => count + (added[index] ?? 0));
      if (isRenewed && !isPossible(one.values, all, later)) continue;
      note("then", old);
      note("now", all);
      note("new", added);
    }
  }
  expect(seen.size, "the truth is possible").toBeGreaterThan(0);
  return [...seen].flatMap(([key, counts]) => (counts.size === 1 && isSmall([...counts][0] ?? 0) ? [key] : []));
}

const threePoints: Case = { question: scale(3), values: [1, 2, 3], isRequired: true };
const optional: Case = { ...threePoints, isRequired: false };
const threeNumbers: Case = { question: number(2), values: [0, 1, 2], isRequired: true };

describe("an attacker who tries every table against what two releases show finds no group of one to four", () => {
  test.each([
    ["two means of classes", threePoints, [2, 4, 8, 0], [0, 7, 0, 0]],
    ["a mean of classes, then of points", threePoints, [2, 5, 7, 0], [7, 0, 0, 0]],
    ["a mean beside a hidden number who did not answer", optional, [0, 5, 5, 2], [0, 0, 0, 5]],
    ["a mean beside hidden points", optional, [0, 0, 5, 3], [0, 5, 0, 1]],
    ["a mean of numbers", threeNumbers, [0, 4, 6, 0], [0, 0, 0, 0]],
    ["a mean at the largest number, then finer classes", threeNumbers, [0, 0, 14, 0], [0, 5, 2, 0]],
    ["a mean of numbers, then classes", threeNumbers, [0, 2, 8, 0], [0, 5, 0, 0]],
  ] as const)("%s", async (_, one, first, more) => {
    expect(await derivedFrom(one, [first, more])).toEqual([]);
  });

  test.each([
    ["a scale", threePoints, [9, 7], 41],
    ["a scale that need not be answered", optional, [7, 6], 397],
    ["numbers", threeNumbers, [10, 6], 37],
  ] as const)("%s, by many tables", async (_, one, [before, after], every) => {
    const all = distributions(one, before).flatMap((first) =>
      distributions(one, after).map((more) => [first, more] as const),
    );
    const some = all.filter((_, index) => index % every === 0);
    expect(some.length).toBeGreaterThan(20);
    for (const [first, more] of some) expect(await derivedFrom(one, [first, more]), `${first} + ${more}`).toEqual([]);
  });
});

test("classes of numbers never overlap earlier ones, and what both show differs by nobody or by five", async () => {
  const ages: Case = { question: number(99), values: Array.from({ length: 100 }, (_, age) => age), isRequired: true };
  let finer = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const pick = (people: number, salt: number) => {
      const counts = new Array<number>(101).fill(0);
      for (let person = 1; person <= people; person++) {
        const age = 18 + Math.floor(Math.abs(Math.sin(seed * 97 + person * 13 + salt)) ** 2 * 60);
        counts[age] = (counts[age] ?? 0) + 1;
      }
      return counts;
    };
    const [earlier, later] = await releases(ages, [pick(8 + (seed % 25), 0.5), pick(5 + (seed % 17), 0.25)]);
    const classesOf = (shown: QuestionFigures | undefined) =>
      (shown?.cells ?? []).map(({ code, count }) => ({ ...readClass(code), count: count ?? 0 }));
    if (earlier?.cells.length !== later?.cells.length) finer += 1;
    for (const one of classesOf(earlier)) {
      for (const other of classesOf(later)) {
        const isApart = one.below <= other.from || other.below <= one.from;
        const isIn = other.from >= one.from && other.below <= one.below;
        const isAround = one.from >= other.from && one.below <= other.below;
        expect(isApart || isIn || isAround, JSON.stringify([earlier, later])).toBe(true);
        if (isAround) expect(isSmall(Math.abs(other.count - one.count))).toBe(false);
      }
    }
  }
  expect(finer).toBeGreaterThan(10);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QuestionOf } from "../../shared/questionnaires/questionnaire.ts";
import { createBreather } from "./breather.ts";
import type { Secret } from "./cell-table.ts";
import type { QuestionFigures } from "./figures.ts";
import { figuresOf } from "./question-figures.ts";
import { isSmall } from "./releases.ts";
import { waysToJoin } from "./scale-classes.ts";

const plain: Secret = { noise: [], isGenerous: false };
const breathe = createBreather();

function* splits(people: number, cells: number): Generator<number[]> {
  if (cells === 1) yield [people];
  else
    for (let first = 0; first <= people; first++)
      for (const rest of splits(people - first, cells - 1)) yield [first, ...rest];
}

function publish(
  counts: readonly number[],
  more: { unanswered?: number; held?: QuestionFigures; basis?: number } = {},
) {
  const { unanswered = 0, held, basis = 1 } = more;
  const question = (
    counts.length === 11 ? { kind: "nps", code: "q" } : { kind: "scale", from: 1, to: counts.length, code: "q" }
  ) as QuestionOf<"scale">;
  const first = counts.length === 11 ? 0 : 1;
  const values = counts.flatMap((count, index) => Array.from({ length: count }, () => [first + index]));
  // Whoever was in the figures at hand comes first in each point.
  const cohorts = values.map(() => (held ? 1 : 0));
  return figuresOf(question, { values, cohorts, unanswered }, { held, secret: plain, basis, breathe });
}

const cellsOf = ({ cells }: QuestionFigures) => Object.fromEntries(cells.map(({ code, count }) => [code, count]));
const isJoined = ({ cells }: QuestionFigures) => cells.some(({ code }) => code.includes("-"));

describe("scales in classes", () => {
  test("a net promoter score falls into its three groups", async () => {
    const shown = await publish([0, 0, 1, 0, 1, 2, 2, 4, 6, 8, 4]);
    expect(cellsOf(shown)).toEqual({ "0-6": 6, "7-8": 10, "9-10": 12 });
    expect(shown.mean).toBe(7.7);
  });

  test("few points are joined, and none when all may be shown", async () => {
    expect(cellsOf(await publish([0, 1, 1, 3, 9, 8, 6]))).toEqual({ 1: 0, "2-4": 5, 5: 9, 6: 8, 7: 6 });
    expect(cellsOf(await publish([0, 5, 6, 7, 8, 9, 0]))).toEqual({ 1: 0, 2: 5, 3: 6, 4: 7, 5: 8, 6: 9, 7: 0 });
  });

  test("the order of ways is the best first, and each counts every point once", () => {
    for (const points of [3, 5, 7, 10]) {
      const all = Array.from({ length: points }, (_, index) => index + 1);
      const ways = waysToJoin(all, false);
      expect(ways).toHaveLength(2 ** (points - 1));
      for (const way of ways) {
        expect(way.length).toBeGreaterThan(0);
        expect(way.flatMap(({ from, to }) => all.filter((point) => point >= from && point <= to))).toEqual(all);
      }
    }
  });

  test("an attacker who knows how classes are chosen and tries every distribution finds no count of one to four", async () => {
    let joined = 0;
    for (const [people, cells] of [
      [10, 3],
      [10, 4],
      [12, 5],
      [14, 4],
      [16, 4],
      [25, 3],
    ] as const) {
      const pictures = new Map<string, Set<number>[]>();
      for (const [unanswered = 0, ...counts] of splits(people, cells + 1)) {
        if (unanswered > 6 || people - unanswered < 5) continue;
        const figures = await publish(counts, { unanswered });
        if (!isJoined(figures)) continue;
        joined += 1;
        const { lastShown: _, ...picture } = figures;
        const key = JSON.stringify(picture);
        const seen = pictures.get(key) ?? [...counts, 0].map(() => new Set<number>());
        for (const [index, count] of [...counts, unanswered].entries()) seen[index]?.add(count);
        pictures.set(key, seen);
      }
      for (const [picture, seen] of pictures) {
        const derived = seen.filter((values) => values.size === 1 && isSmall([...values][0] ?? 0));
        expect(derived, picture).toEqual([]);
      }
    }
    expect(joined).toBeGreaterThan(100);
  });

  test("from one release to the next, no class nor any union that both show differs by one to four", async () => {
    const batch = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 25 });
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 2, maxLength: 6 }), async (batches) => {
        const counts = [0, 0, 0, 0, 0];
        const shown: QuestionFigures[] = [];
        for (const [index, points] of batches.entries()) {
          for (const point of points) counts[point - 1] = (counts[point - 1] ?? 0) + 1;
          const held = shown[shown.length - 1];
          const next = await publish(counts, { held, basis: index + 1 });
          const weight = (figures: QuestionFigures | undefined) =>
            figures?.cells.reduce((sum, { count }) => sum + (count ?? 0), 0) ?? 0;
          if (!next.isSuppressed && weight(next) >= weight(held)) shown.push(next);
        }
        for (const [index, later] of shown.entries()) {
          for (const earlier of shown.slice(0, index)) {
            if (!isJoined(later) && !isJoined(earlier)) continue;
            if (JSON.stringify(Object.keys(cellsOf(later))) !== JSON.stringify(Object.keys(cellsOf(earlier))))
              changes += 1;
            expectNoSmallGroup(earlier, later);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(changes).toBeGreaterThan(20);
  });
});

/** Every run of points that the later release shows, less every part of it that the earlier one shows, is a group of people. */
function expectNoSmallGroup(earlier: QuestionFigures, later: QuestionFigures): void {
  for (const whole of runs(later)) {
    for (const part of runs(earlier)) {
      if (part.from < whole.from || part.to > whole.to) continue;
      const message = JSON.stringify([earlier.cells, later.cells, whole, part]);
      expect(isSmall(Math.abs(whole.count - part.count)), message).toBe(false);
    }
  }
}

function runs({ cells, total, answered }: QuestionFigures) {
  const read = cells.map(({ code, count }) => {
    const [from = "", to = from] = code.split("-");
    return { from: Number(from), to: Number(to), count };
  });
  return read.flatMap(({ from }, start) =>
    read.slice(start).flatMap(({ to }, length) => {
      const inside = read.slice(start, start + length + 1);
      if (inside.some(({ count }) => count === null)) return [];
      return [{ from, to, count: inside.reduce((sum, { count }) => sum + (count ?? 0), 0), total, answered }];
    }),
  );
}

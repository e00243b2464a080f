import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellTable, Secret } from "./cell-table.ts";
import { isSmall } from "./releases.ts";
import { suppressCells } from "./suppress-cells.ts";

const single = (counts: number[], unanswered = 0): CellTable => ({
  counts,
  answered: counts.reduce((sum, count) => sum + count, 0),
  unanswered,
  choices: null,
});

/** Two levels of noise for each cell, with and without generosity: enough for every order of choice between neighbours. */
function* secrets(cells: number): Generator<Secret> {
  for (const levels of tuples(1, cells)) {
    for (const isGenerous of [false, true]) yield { noise: levels.map((level) => level * 0.9), isGenerous };
  }
}

const plain = { mustHide: [], secret: { noise: [], isGenerous: false } };

/** Everything that leaves the server about the table, given that the number of respondents is public. */
function published(table: CellTable, secret: Secret): string {
  const { isShown, isAnsweredShown } = suppressCells(table, { mustHide: [], secret });
  const cells = table.counts.map((count, index) => (isShown[index] ? count : "?"));
  return JSON.stringify([table.answered + table.unanswered, isAnsweredShown ? table.answered : "?", cells]);
}

/** All ways of giving `people` to `cells` cells. */
function* splits(people: number, cells: number): Generator<number[]> {
  if (cells === 1) yield [people];
  else
    for (let first = 0; first <= people; first++)
      for (const rest of splits(people - first, cells - 1)) yield [first, ...rest];
}

function* tuples(highest: number, cells: number): Generator<number[]> {
  if (cells === 0) yield [];
  else
    for (let first = 0; first <= highest; first++)
      for (const rest of tuples(highest, cells - 1)) yield [first, ...rest];
}

/**
 * The strongest attacker: knows how many took part, every published figure and this very program, but not which of the
 * secrets it uses, and tries all tables. Fails when in any published picture some small figure can have one value only.
 */
function expectNothingDerived(
  tables: Iterable<CellTable>,
  figures: (table: CellTable) => number[],
  secretsFor: (cells: number) => Iterable<Secret>,
): number {
  const pictures = new Map<string, Set<number>[]>();
  for (const table of tables) {
    const values = figures(table);
    for (const secret of secretsFor(table.counts.length + 1)) {
      const picture = published(table, secret);
      const seen = pictures.get(picture) ?? values.map(() => new Set<number>());
      for (const [index, value] of values.entries()) seen[index]?.add(value);
      pictures.set(picture, seen);
    }
  }
  for (const [picture, seen] of pictures) {
    for (const values of seen) {
      if (values.size === 1 && isSmall([...values][0] ?? 0)) throw new Error(`derived ${[...values]} from ${picture}`);
    }
  }
  return pictures.size;
}

describe("one choice each", () => {
  test("an attacker who tries every table finds no count of one to four", () => {
    for (const [people, cells] of [
      [5, 4],
      [12, 4],
      [15, 4],
      [17, 3],
      [24, 3],
    ] as const) {
      const tables = [...splits(people, cells)].map(([unanswered = 0, ...counts]) => single(counts, unanswered));
      const pictures = expectNothingDerived(
        tables,
        ({ counts, answered, unanswered }) => [
          ...counts,
          unanswered,
          ...counts.map((count) => answered - count),
          ...counts.flatMap((count, index) => counts.slice(index + 1).map((other) => count + other)),
        ],
        secrets,
      );
      expect(pictures).toBeGreaterThan(3);
    }
  });

  test("what is hidden holds at least five people in at least two cells", () => {
    const counts = fc.array(fc.nat(40), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.nat(12), fc.array(fc.boolean(), { maxLength: 13 }), (values, unanswered, mustHide) => {
        const table = single(values, unanswered);
        const { isShown, isAnsweredShown } = suppressCells(table, { ...plain, mustHide });
        const cells = [...values, unanswered];
        const hidden = cells.filter((_, index) => (index < values.length ? !isShown[index] : !isAnsweredShown));
        expect(cells.filter(isSmall).every((count) => hidden.includes(count))).toBe(true);
        if (hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        if (table.answered >= 5) expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(4);
      }),
    );
  });

  test("hides the smallest cell that is enough, and no zero", () => {
    expect(suppressCells(single([20, 8, 2, 0]), plain).isShown).toEqual([true, false, false, true]);
    expect(suppressCells(single([20, 4, 3, 0]), plain).isShown).toEqual([true, false, false, true]);
    expect(suppressCells(single([20, 8, 6, 0]), plain).isShown).toEqual([true, true, true, true]);
    expect(suppressCells(single([20, 8], 2), plain)).toEqual({ isShown: [true, false], isAnsweredShown: false });
    expect(suppressCells(single([4, 0]), plain).isShown).toEqual([false, false]);
  });
});

describe("several choices each", () => {
  test("an attacker who tries every table finds neither choosers nor non-choosers of one to four", () => {
    for (const [total, cells, fewest, most] of [
      [6, 3, 1, 3],
      [11, 3, 1, 3],
      [11, 3, 1, 2],
      [12, 3, 1, 1],
      [12, 3, 2, 2],
      [13, 2, 1, 2],
      [16, 2, 1, 2],
    ] as const) {
      const tables = [0, 1, 2, 3, 4, 5, 6].flatMap((unanswered) => {
        const answered = total - unanswered;
        return [...tuples(Math.max(0, answered), cells)]
          .map((counts) => ({ counts, answered, unanswered, choices: { fewest, most } }))
          .filter(({ counts }) => {
            const chosen = counts.reduce((sum, count) => sum + count, 0);
            return chosen >= answered * fewest && chosen <= answered * most;
          });
      });
      expectNothingDerived(
        tables,
        ({ counts, answered, unanswered }) => [
          ...counts,
          unanswered,
          ...counts.map((count) => answered - count),
          ...counts.map((count) => answered + unanswered - count),
        ],
        () => [plain.secret],
      );
    }
  });

  test("all or none of an option may be shown, almost all or almost none may not", () => {
    const table = { counts: [20, 0, 10, 3, 18], answered: 20, unanswered: 0, choices: { fewest: 1, most: 5 } };
    expect(suppressCells(table, plain).isShown).toEqual([true, true, true, false, false]);
  });
});

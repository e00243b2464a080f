import type { CellTable, ShownCells } from "./cell-table.ts";
import { isSmall } from "./releases.ts";
import { mean, median, roundTo, sampleStandardDeviation } from "./statistics.ts";

export interface Moments {
  mean: number | null;
  median: number | null;
  standardDeviation: number | null;
}

export const noMoments: Moments = { mean: null, median: null, standardDeviation: null };

/** What is tried in turn, from the most telling to the least: decimals of mean and deviation, and which of them there are. */
const levels = [
  { decimals: 2, hasMedian: true, hasDeviation: true },
  { decimals: 1, hasMedian: true, hasDeviation: true },
  { decimals: 1, hasMedian: true, hasDeviation: false },
  { decimals: 1, hasMedian: false, hasDeviation: false },
] as const;
type Level = (typeof levels)[number];

const mostEvaluations = 4_000;

/**
 * Mean, median and standard deviation over the points of a scale, as exact as the hidden cells allow. Few respondents,
 * their mean and their deviation often have one solution only; so figures are rounded or left out until every hidden cell
 * of one to four has a witness: another distribution that would be published the same way, with another count there.
 * Witnesses are sought near the truth (up to three people elsewhere); not finding one only means showing less.
 * @param publishes whether other counts would show and hide the same cells
 */
export function protectMoments(
  points: readonly number[],
  { table, shown }: { table: CellTable; shown: ShownCells },
  publishes: (counts: readonly number[]) => boolean,
): Moments {
  const { counts } = table;
  const hidden = points.map((_, index) => index).filter((index) => !shown.isShown[index]);
  const secret = hidden.filter((index) => isSmall(counts[index] ?? 0));
  if (secret.length === 0) return momentsOf(points, counts, levels[0]);
  for (const level of levels) {
    const moments = momentsOf(points, counts, level);
    if (hasWitnesses({ points, counts, hidden, secret, level, moments }, publishes)) return moments;
  }
  return noMoments;
}

function momentsOf(points: readonly number[], counts: readonly number[], level: Level): Moments {
  const values = points.flatMap((point, index) => new Array<number>(counts[index] ?? 0).fill(point));
  const rounded = (value: number | null) => (value === null ? null : roundTo(value, level.decimals));
  return {
    mean: rounded(mean(values)),
    median: level.hasMedian ? median(values) : null,
    standardDeviation: level.hasDeviation ? rounded(sampleStandardDeviation(values)) : null,
  };
}

interface WitnessSearch {
  points: readonly number[];
  counts: readonly number[];
  hidden: readonly number[];
  secret: readonly number[];
  level: Level;
  moments: Moments;
}

function hasWitnesses(search: WitnessSearch, publishes: (counts: readonly number[]) => boolean): boolean {
  const open = new Set(search.secret);
  let evaluations = 0;
  for (const counts of neighbours(search)) {
    if (++evaluations > mostEvaluations) break;
    const freed = [...open].filter((index) => counts[index] !== search.counts[index]);
    if (freed.length === 0 || !isSame(momentsOf(search.points, counts, search.level), search.moments)) continue;
    if (!publishes(counts)) continue;
    for (const index of freed) open.delete(index);
    if (open.size === 0) return true;
  }
  return false;
}

const isSame = (a: Moments, b: Moments) =>
  a.mean === b.mean && a.median === b.median && a.standardDeviation === b.standardDeviation;

/** Distributions in which one to three people of hidden cells are in other hidden cells, with about the same mean. */
function* neighbours({ points, counts, hidden, level }: WitnessSearch): Generator<number[]> {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const slack = people * 10 ** -level.decimals + 1e-9;
  const sumOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + (points[cell] ?? 0), 0);
  for (const size of [1, 2, 3]) {
    const groups = [...multisets(hidden, size)].map((cells) => ({ cells, sum: sumOf(cells) }));
    for (const from of groups) {
      for (const to of groups) {
        if (from === to || Math.abs(from.sum - to.sum) > slack) continue;
        const moved = [...counts];
        for (const cell of from.cells) moved[cell] = (moved[cell] ?? 0) - 1;
        if (from.cells.some((cell) => (moved[cell] ?? 0) < 0)) continue;
        for (const cell of to.cells) moved[cell] = (moved[cell] ?? 0) + 1;
        yield moved;
      }
    }
  }
}

function* multisets(items: readonly number[], size: number, start = 0): Generator<number[]> {
  if (size === 0) yield [];
  else {
    for (let index = start; index < items.length; index++) {
      for (const rest of multisets(items, size - 1, index)) yield [items[index] ?? 0, ...rest];
    }
  }
}

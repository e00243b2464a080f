import type { ShownCells } from "./cell-table.ts";
import { isSmall } from "./releases.ts";
import { roundTo } from "./statistics.ts";

export interface Moments {
  mean: number | null;
  median: number | null;
  standardDeviation: number | null;
}

export const noMoments: Moments = { mean: null, median: null, standardDeviation: null };

export interface Level {
  decimals: number;
  hasMedian: boolean;
  hasDeviation: boolean;
}

const exact: Level = { decimals: 2, hasMedian: true, hasDeviation: true };

/** Beside classes of points: more, or a choice of what to leave out, would tell how a class is made up. */
export const meanOnly: Level = { decimals: 1, hasMedian: false, hasDeviation: false };

/** What is tried in turn beside hidden cells; the deviation tells most, and of few answers too much. */
const levels: (Level & { fromAnswered: number })[] = [
  { decimals: 1, hasMedian: true, hasDeviation: true, fromAnswered: 20 },
  { decimals: 1, hasMedian: true, hasDeviation: false, fromAnswered: 0 },
  { ...meanOnly, fromAnswered: 0 },
];

/** The levels that a number of answers allows, the most telling first. */
export function levelsFor(answered: number): Level[] {
  return levels.filter(({ fromAnswered }) => answered >= fromAnswered);
}

interface Scale {
  points: readonly number[];
  hidden: readonly number[];
  level: Level;
  /** The class that each point is counted in, where points are joined. */
  classes: readonly number[];
  /** Whether other counts would show and hide the same cells. */
  publishes(counts: readonly number[]): boolean;
}

interface Given {
  counts: readonly number[];
  /** By point: one that is joined with others is not shown. */
  shown: Pick<ShownCells, "isShown">;
  level: Level;
  /** The shown class that each point is joined in, if any: witnesses have as many people there. */
  classes?: readonly number[];
}

const mostEvaluations = 1_000;

/**
 * Mean, median and standard deviation over the points of a scale, if the hidden cells allow it. Few respondents, their mean
 * and their deviation often have one solution only; so the figures are rounded, and shown only when every hidden cell of one
 * to four has a witness: another distribution that would be published the same way, with another count there. Witnesses are
 * sought near the truth (up to three people elsewhere); not finding one only means showing less.
 * @param publishes whether other counts would show and hide the same cells
 * @returns null when they would give a hidden count away
 */
export function protectMoments(
  points: readonly number[],
  { counts, shown, level, classes = [] }: Given,
  publishes: (counts: readonly number[]) => boolean,
): Moments | null {
  const hidden = points.map((_, index) => index).filter((index) => !shown.isShown[index]);
  if (!hidden.some((index) => isSmall(counts[index] ?? 0)))
    return momentsOf(points, counts, classes.length > 0 ? level : exact);
  const scale: Scale = { points, hidden, level, classes, publishes };
  return hasWitnesses(scale, counts) ? momentsOf(points, counts, level) : null;
}

/** Mean, median and sample standard deviation (n − 1) of counted points, rounded as the level says. */
function momentsOf(points: readonly number[], counts: readonly number[], level: Level): Moments {
  let [answered, sum, squares] = [0, 0, 0];
  for (const [index, point] of points.entries()) {
    const count = counts[index] ?? 0;
    answered += count;
    sum += count * point;
    squares += count * point * point;
  }
  const valueAt = (rank: number) => {
    let below = 0;
    return points.find((_, index) => {
      below += counts[index] ?? 0;
      return below > rank;
    });
  };
  const middle = (Number(valueAt(Math.floor((answered - 1) / 2))) + Number(valueAt(Math.floor(answered / 2)))) / 2;
  // Points are small whole numbers: these sums are exact.
  const variance = (squares * answered - sum * sum) / (answered * (answered - 1));
  return {
    mean: roundTo(sum / answered, level.decimals),
    median: level.hasMedian ? middle : null,
    standardDeviation: level.hasDeviation ? roundTo(Math.sqrt(variance), level.decimals) : null,
  };
}

function hasWitnesses(scale: Scale, counts: readonly number[]): boolean {
  const { points, level, hidden, publishes } = scale;
  const open = new Set(hidden.filter((index) => isSmall(counts[index] ?? 0)));
  const published = momentsOf(points, counts, level);
  let evaluations = 0;
  for (const witness of neighbours(scale, counts)) {
    if (open.size === 0 || ++evaluations > mostEvaluations) break;
    const freed = [...open].filter((index) => witness[index] !== counts[index]);
    if (freed.length === 0 || !isSame(momentsOf(points, witness, level), published)) continue;
    if (!publishes(witness)) continue;
    for (const index of freed) open.delete(index);
  }
  return open.size === 0;
}

const isSame = (a: Moments, b: Moments) =>
  a.mean === b.mean && a.median === b.median && a.standardDeviation === b.standardDeviation;

/** Distributions in which one to three people of hidden cells are in other hidden cells, with about the same mean. */
function* neighbours({ points, hidden, level, classes }: Scale, counts: readonly number[]): Generator<number[]> {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const slack = people * 10 ** -level.decimals + 1e-9;
  const sumOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + (points[cell] ?? 0), 0);
  const inClasses = (cells: readonly number[]) =>
    cells
      .map((cell) => classes[cell] ?? -1)
      .sort((a, b) => a - b)
      .join();
  for (const size of [1, 2, 3]) {
    const groups = [...multisets(hidden, size)].map((cells) => ({
      cells,
      sum: sumOf(cells),
      inClasses: inClasses(cells),
    }));
    for (const from of groups) {
      for (const to of groups) {
        if (from === to || Math.abs(from.sum - to.sum) > slack) continue;
        if (from.inClasses !== to.inClasses) continue;
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

import { isSmall } from "./releases.ts";
import { roundTo } from "./statistics.ts";

export interface Moments {
  mean: number | null;
  median: number | null;
  standardDeviation: number | null;
}

export const noMoments: Moments = { mean: null, median: null, standardDeviation: null };

interface Scale {
  points: readonly number[];
  /** The class that each point is counted in. */
  classes: readonly number[];
  /** Whether other counts would show the same classes. */
  publishes(counts: readonly number[]): boolean;
}

const mostEvaluations = 1_000;
const meanDecimals = 1;

/** As a mean beside classes is rounded. */
export const roundedLikeMean = (mean: number) => roundTo(mean, meanDecimals);

/** Mean, median and sample standard deviation (n − 1) of points whose counts are all shown: they say no more than these. */
export function momentsOf(points: readonly number[], counts: readonly number[]): Moments {
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
    mean: roundTo(sum / answered, 2),
    median: middle,
    standardDeviation: roundTo(Math.sqrt(variance), 2),
  };
}

/** The mean as it is shown beside classes. More decimals would tell how a class is made up. */
export function roundedMean(points: readonly number[], counts: readonly number[]): number {
  const answered = counts.reduce((sum, count) => sum + count, 0);
  const sum = points.reduce((total, point, index) => total + point * (counts[index] ?? 0), 0);
  return roundedLikeMean(sum / answered);
}

/**
 * Whether the rounded mean may stand beside classes, as far as one release goes: every point of one to four people that is joined
 * with others has a witness, another distribution that would be published the same way, with another count there. Witnesses
 * are sought near the truth (up to three people elsewhere); not finding one only means showing less.
 */
export function hasClassWitnesses(scale: Scale, counts: readonly number[]): boolean {
  const { points, classes, publishes } = scale;
  const joined = points
    .map((_, index) => index)
    .filter((index) => classes.filter((each) => each === classes[index]).length > 1);
  const open = new Set(joined.filter((index) => isSmall(counts[index] ?? 0)));
  const published = roundedMean(points, counts);
  let evaluations = 0;
  for (const witness of neighbours(scale, { joined, counts })) {
    if (open.size === 0 || ++evaluations > mostEvaluations) break;
    const freed = [...open].filter((index) => witness[index] !== counts[index]);
    if (freed.length === 0 || roundedMean(points, witness) !== published) continue;
    if (!publishes(witness)) continue;
    for (const index of freed) open.delete(index);
  }
  return open.size === 0;
}

interface Joined {
  joined: readonly number[];
  counts: readonly number[];
}

/** Distributions in which one to three people gave other points of the same classes, with about the same mean. */
function* neighbours({ points, classes }: Scale, { joined, counts }: Joined): Generator<number[]> {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const slack = people * 10 ** -meanDecimals + 1e-9;
  const sumOf = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + (points[cell] ?? 0), 0);
  const inClasses = (cells: readonly number[]) =>
    cells
      .map((cell) => classes[cell] ?? -1)
      .sort((a, b) => a - b)
      .join();
  for (const size of [1, 2, 3]) {
    const groups = [...multisets(joined, size)].map((cells) => ({
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

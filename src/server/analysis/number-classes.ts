import { threshold } from "./releases.ts";
import { quantile } from "./statistics.ts";

/** One class of a distribution: from `from` (inclusive) to `to` (exclusive); null is an open end. */
export interface NumberClass {
  from: number | null;
  to: number | null;
  count: number;
}

const mostClasses = 12;

/** The narrowest classes for a distribution that are safe; see `numberWays`. @param values at least five */
export function numberClasses(values: readonly number[], isWhole: boolean): NumberClass[] {
  for (const classes of numberWays(values, isWhole)) return classes;
  return [];
}

/**
 * Classes of equal width for a distribution, none of them about one to four people: the narrowest first, at last one for all.
 *
 * The width starts at the rule of Freedman, D., & Diaconis, P. (1981), On the histogram as a density estimator: 2 × IQR × n^(−1/3);
 * where the middle half is one value, at that of Sturges, H. A. (1926): range / (1 + log2 n). It is rounded to 1, 2 or 5 times a
 * power of ten and gives at most 12 classes. Both ends are open and hold at least five values (top and bottom coding),
 * so that no edge gives away an extreme value; while an inner class still holds one to four, the width grows (global
 * recoding; Willenborg & de Waal, 2001, Elements of Statistical Disclosure Control, chapter 1).
 * @param values at least five
 * @param isWhole whether the values are whole numbers: the width then is too
 */
export function* numberWays(values: readonly number[], isWhole: boolean): Generator<NumberClass[]> {
  const sorted = Float64Array.from(values).sort();
  const range = (sorted[sorted.length - 1] ?? 0) - (sorted[0] ?? 0);
  const all: NumberClass = { from: null, to: null, count: values.length };
  const isSpread = range > 0 && Number.isFinite(range);
  for (
    let width = firstWidth(sorted, range, isWhole);
    isSpread && width <= range * 10;
    width = nextNice(width * 1.01)
  ) {
    const classes = withOpenEnds(equalClasses(sorted, width));
    if (classes.length <= 1 || classes.length > mostClasses) continue;
    if (classes.every(({ count }) => count === 0 || count >= threshold)) yield classes;
  }
  yield [all];
}

function firstWidth(sorted: Float64Array, range: number, isWhole: boolean): number {
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const width = spread > 0 ? (2 * spread) / Math.cbrt(sorted.length) : range / (1 + Math.log2(sorted.length));
  // Divided by the square root of two and a bit, rounding up becomes rounding to the nearest.
  return nextNice(Math.max(width / 1.5, range / mostClasses, isWhole ? 1 : 0));
}

/** The smallest of 1, 2, 5 × 10^k that is not below the width. */
function nextNice(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((candidate) => candidate * power >= width * (1 - 1e-9)) ?? 10;
  // Negative powers of ten are not exact: keep the digits that are meant.
  return Number((step * power).toPrecision(1));
}

function equalClasses(sorted: Float64Array, width: number): NumberClass[] {
  const first = Math.floor((sorted[0] ?? 0) / width);
  const last = Math.floor((sorted[sorted.length - 1] ?? 0) / width);
  const edge = (index: number) => Number((index * width).toPrecision(12));
  const counts = new Array<number>(last - first + 1).fill(0);
  let index = 0;
  for (const value of sorted) {
    // By the edges that are published, not by division: rounding must not put anyone on the other side.
    while (index < counts.length - 1 && value >= edge(first + index + 1)) index += 1;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count, position) => ({ from: edge(first + position), to: edge(first + position + 1), count }));
}

function withOpenEnds(classes: NumberClass[]): NumberClass[] {
  const merged = mergeStart(mergeStart(classes).reverse()).reverse();
  return merged.map((each, index) => ({
    ...each,
    from: index === 0 ? null : each.from,
    to: index === merged.length - 1 ? null : each.to,
  }));
}

/** Joins the first classes until they hold at least five values together. */
function mergeStart(classes: NumberClass[]): NumberClass[] {
  let count = 0;
  const end = classes.findIndex((each) => {
    count += each.count;
    return count >= threshold;
  });
  const joined = classes.slice(0, end === -1 ? classes.length : end + 1);
  const edges = joined.flatMap(({ from, to }) => [from ?? 0, to ?? 0]);
  const start = { from: Math.min(...edges), to: Math.max(...edges), count };
  return [start, ...classes.slice(joined.length)];
}

import type { PointClass } from "./scale-classes.ts";

/**
 * The median as far as the published counts by class tell it: the middle answers (both, when their number is even) lie
 * in classes of one point. It is computed from nothing else, so it says nothing that the counts do not. Null when a
 * middle answer lies in a class of several points. `counts` stand in the order of the classes.
 */
export function medianOfClasses(way: readonly PointClass[], counts: readonly number[]): number | null {
  const answered = counts.reduce((sum, count) => sum + count, 0);
  const middles = [Math.ceil(answered / 2), Math.floor(answered / 2) + 1].map((rank) => pointAt(way, counts, rank));
  const [low, high] = middles;
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The point of the answer with the rank, from 1, when its class is that point alone. */
function pointAt(way: readonly PointClass[], counts: readonly number[], rank: number): number | undefined {
  let below = 0;
  for (const [index, { from, to }] of way.entries()) {
    below += counts[index] ?? 0;
    if (below >= rank) return from === to ? from : undefined;
  }
  return undefined;
}

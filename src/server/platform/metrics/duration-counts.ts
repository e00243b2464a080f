/**
 * Upper bounds in milliseconds. The targets (100, 200, 400, 1000 ms) are bounds themselves, so that "within 400 ms" is
 * counted and not estimated.
 */
export const boundsMs = [
  0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 75, 100, 150, 200, 300, 400, 600, 800, 1_000, 1_500, 2_500, 5_000, 10_000,
] as const;

/** How many things took how long, since the start. One more costs a few additions. */
export class DurationCounts {
  /** Not cumulative; the last one is for what took longer than every bound. */
  readonly buckets = new Float64Array(boundsMs.length + 1);
  sumMs = 0;

  add(milliseconds: number): number {
    let at = 0;
    while (at < boundsMs.length && milliseconds > (boundsMs[at] as number)) at++;
    this.buckets[at] = (this.buckets[at] as number) + 1;
    this.sumMs += milliseconds;
    return at;
  }
}

/**
 * The duration that the share stays within, in milliseconds, spread evenly within its bucket as Prometheus does it; null
 * without any. What is beyond the last bound counts as the last bound.
 */
export function percentileMs(buckets: ArrayLike<number>, share: number): number | null {
  const counts = Array.from(buckets);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = share * total;
  let below = 0;
  for (const [at, upper] of boundsMs.entries()) {
    const count = counts[at] ?? 0;
    if (count > 0 && below + count >= wanted) {
      const lower = at === 0 ? 0 : (boundsMs[at - 1] as number);
      return lower + ((upper - lower) * Math.max(0, wanted - below)) / count;
    }
    below += count;
  }
  return boundsMs[boundsMs.length - 1] as number;
}

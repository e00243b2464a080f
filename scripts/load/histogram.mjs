// Durations in buckets whose width grows with the value, so that any percentile is known without keeping every value.

/** Each doubling is cut into as many buckets: the middle of a bucket is at most 1/(2 × 64), 0.8 %, from any value in it. */
const perDoubling = 64;
const bits = Math.log2(perDoubling);

/** Counts milliseconds, from 1 µs up. */
export function createHistogram() {
  const counts = new Map();
  let [count, sum, min, max] = [0, 0, Number.POSITIVE_INFINITY, 0];
  return {
    add(milliseconds) {
      const index = indexOf(Math.max(1, Math.round(milliseconds * 1000)));
      counts.set(index, (counts.get(index) ?? 0) + 1);
      count += 1;
      sum += milliseconds;
      min = Math.min(min, milliseconds);
      max = Math.max(max, milliseconds);
    },
    get count() {
      return count;
    },
    get mean() {
      return count === 0 ? undefined : sum / count;
    },
    get max() {
      return count === 0 ? undefined : max;
    },
    /** The value that `share` (0 to 1) of all do not exceed; undefined when there are none. */
    percentile(share) {
      if (count === 0) return undefined;
      if (share >= 1) return max;
      let left = Math.max(1, Math.ceil(share * count));
      for (const [index, here] of [...counts].sort(([one], [other]) => one - other)) {
        left -= here;
        if (left <= 0) return Math.min(max, Math.max(min, middleOf(index) / 1000));
      }
      return max;
    },
    /** Takes over what another has counted. */
    merge(other) {
      for (const [index, here] of other.counts) counts.set(index, (counts.get(index) ?? 0) + here);
      count += other.count;
      sum += (other.mean ?? 0) * other.count;
      min = Math.min(min, other.min);
      max = Math.max(max, other.max ?? 0);
    },
    get counts() {
      return counts;
    },
    get min() {
      return min;
    },
  };
}

/** Below twice the buckets of a doubling every whole microsecond has its own; above, the highest bits decide. */
function indexOf(micros) {
  if (micros < 2 * perDoubling) return micros;
  const shift = Math.floor(Math.log2(micros)) - bits;
  return shift * perDoubling + Math.floor(micros / 2 ** shift);
}

function middleOf(index) {
  if (index < 2 * perDoubling) return index;
  const shift = Math.floor(index / perDoubling) - 1;
  const top = index - shift * perDoubling;
  return top * 2 ** shift + 2 ** shift / 2;
}

/** Describing numbers. Every function takes finite numbers and leaves its input as it was. */

/**
 * Arithmetic mean, as a running update, so that a sum of large values never overflows.
 * Source: Welford, B. P. (1962), Note on a method for calculating corrected sums of squares and products, Technometrics 4(3).
 * @returns null for no values
 */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  let average = 0;
  values.forEach((value, index) => {
    average += (value - average) / (index + 1);
  });
  return average;
}

/** The middle value, or the mean of the two middle ones. @returns null for no values */
export function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : quantile(Float64Array.from(values).sort(), 0.5);
}

/**
 * Sample standard deviation: the square root of the sum of squared deviations over n − 1 (Bessel's correction), by
 * Welford's one-pass update, which does not lose digits when values are large and close together.
 * @returns null for fewer than two values
 */
export function sampleStandardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  let average = 0;
  let squares = 0;
  values.forEach((value, index) => {
    const deviation = value - average;
    average += deviation / (index + 1);
    squares += deviation * (value - average);
  });
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * Quantile by linear interpolation between order statistics: type 7 of Hyndman, R. J., & Fan, Y. (1996), Sample quantiles
 * in statistical packages, The American Statistician 50(4).
 * @param sorted in ascending order, at least one value
 * @param share from 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  // Not low + share × (high − low): that difference overflows between huge values of unlike sign.
  const weight = position - below;
  // Between the tiniest numbers there are the two products round up; the value is never outside its neighbours.
  return Math.min(high, Math.max(low, low * (1 - weight) + high * weight));
}

/** Rounds to so many decimals, half away from zero; never gives −0. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor;
  return rounded === 0 ? 0 : rounded;
}

/** Rounds to so many significant digits. */
export function roundToDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits)) + 0;
}

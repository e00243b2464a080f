/** Numbers, as whole steps from the smallest one, by cohort. */
export interface NumberSteps {
  cohorts: Map<number, number>[];
  valueAt(step: number): number;
}

const mostDecimals = 6;

/**
 * The largest step that leads from each number to each other one: people answer in halves or in hundreds, and what they could
 * have answered instead should look like that too. Null where numbers are too large or too fine to count.
 * @param cohorts by number
 */
export function countInSteps(
  numbers: readonly number[],
  { cohorts, cohortCount, isWhole }: { cohorts: readonly number[]; cohortCount: number; isWhole: boolean },
): NumberSteps | null {
  const factor = isWhole ? 1 : 10 ** mostDecimals;
  const units = numbers.map((value) => Math.round(value * factor));
  if (!units.every(Number.isSafeInteger)) return null;
  const origin = units.reduce((least, unit) => Math.min(least, unit), units[0] ?? 0);
  const step = units.reduce((common, unit) => greatestCommonDivisor(common, unit - origin), 0) || factor;
  const counts = Array.from({ length: cohortCount }, () => new Map<number, number>());
  for (const [index, unit] of units.entries()) {
    const cohort = counts[cohorts[index] ?? cohortCount - 1];
    const at = (unit - origin) / step;
    cohort?.set(at, (cohort.get(at) ?? 0) + 1);
  }
  return { cohorts: counts, valueAt: (at) => (origin + at * step) / factor };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

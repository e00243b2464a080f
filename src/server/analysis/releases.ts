/** The smallest number of people any figure may be about (domain rules, Privacy). */
export const threshold = 5;

/** Figures that still contain a withdrawn response are taken down after this time, replaced or not. */
export const withdrawalGraceDays = 30;

/** Whether figures as of the release contain the response. */
export function wasIn(response: { enteredIn: number; leftIn: number | null }, basis: number): boolean {
  const { enteredIn, leftIn } = response;
  return enteredIn <= basis && (leftIn === null || leftIn > basis);
}

/** Whether a count is about too few people to be shown. Nobody is not somebody: zero may be. */
export function isSmall(count: number): boolean {
  return count > 0 && count < threshold;
}

/**
 * Whether a new output may follow the earlier ones: it must contain five people who were in none of them (or, for the
 * first, five at all). Then no sum or difference of outputs is about fewer than five: in any combination, the last output
 * that counts at all carries its newcomers, all with the same weight. Decision 0008 has the argument in full.
 */
export function mayFollow(newcomers: number): boolean {
  return newcomers >= threshold;
}

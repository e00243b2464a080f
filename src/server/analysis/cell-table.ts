/** The answers to one question, counted. */
export interface CellTable {
  counts: readonly number[];
  answered: number;
  /** Those who were shown the question and did not answer it: a cell like any other, because anyone can subtract. */
  unanswered: number;
  /** How many cells one person may be counted in; null when exactly one. */
  choices: { fewest: number; most: number } | null;
}

export interface ShownCells {
  isShown: boolean[];
  /** Whether the number of those who answered may be shown. */
  isAnsweredShown: boolean;
}

export function nothingShown(table: CellTable): ShownCells {
  return { isShown: table.counts.map(() => false), isAnsweredShown: false };
}

/**
 * What an outsider does not know about how cells are chosen for hiding. Someone who knew it all could reason backwards from
 * the choice (Wong, R. C.-W., et al. (2007), Minimality attack in privacy preserving data publishing, VLDB).
 */
export interface Secret {
  /** A number from 0 to 1 for each cell, the last one for `unanswered`. */
  noise: readonly number[];
  /** Hide one cell more than needed. */
  isGenerous: boolean;
}

/** The shown cell with about the fewest people, up to a factor of two by the secret; empty ones are never chosen. */
export function nextToHide(
  counts: readonly number[],
  isHidden: readonly boolean[],
  { noise }: Secret,
): number | undefined {
  const rank = (index: number) => (counts[index] ?? 0) * (1 + (noise[index] ?? 0));
  const shown = counts.map((_, index) => index).filter((index) => !isHidden[index] && rank(index) > 0);
  return shown.reduce<number | undefined>(
    (best, index) => (best === undefined || rank(index) < rank(best) ? index : best),
    undefined,
  );
}

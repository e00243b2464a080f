/** Shorter names are too easily met by chance: `POST` is no mistyped `PORT`. */
const shortestLength = 6;

/**
 * The known name that a name was probably meant to be: the nearest one, if at most this share of its characters is
 * mistyped, missing, extra or swapped.
 */
export function similarName(name: string, known: readonly string[], largestShare: number): string | undefined {
  const given = name.toUpperCase();
  const [best] = known
    .filter((candidate) => candidate.length >= shortestLength)
    // Each character that one has more than the other is a mistake: most pairs need no closer look.
    .filter((candidate) => Math.abs(given.length - candidate.length) <= largestShare * candidate.length)
    .map((candidate) => ({ candidate, share: mistakes(given, candidate) / candidate.length }))
    .sort((a, b) => a.share - b.share);
  return best && best.share <= largestShare ? best.candidate : undefined;
}

/** How many edits lead from one word to the other, a swap of neighbours counting as one (optimal string alignment). */
function mistakes(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(from.length, to.length);
}

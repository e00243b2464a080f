import { type CellTable, nextToHide, nothingShown, type Secret, type ShownCells } from "./cell-table.ts";
import { isSmall } from "./releases.ts";

interface Limits {
  /** How many options everyone who answered chose at least and at most. */
  fewest: number;
  most: number;
}

/** Hidden whatever the table itself says, and the secret behind further choices. */
export interface Demands {
  mustHide: readonly boolean[];
  secret: Secret;
}

/** What could be behind the published figures: the true counts, or others that look the same from outside. */
interface Candidate {
  counts: readonly number[];
  answered: number;
}

interface Search {
  isHidden: readonly boolean[];
  isAnsweredHidden: boolean;
  unanswered: number;
  /** Whether the candidate is possible and would be published in the same way. */
  fits(candidate: Candidate): boolean;
}

/**
 * Suppression where one person may be counted in several cells. Cells do not add up, but whoever did not choose an option
 * is a group too: a count c of n is hidden when c or n − c is 1 to 4. What still ties cells together is how many options one
 * may choose, so each hidden count needs a witness: another value that fits everything published. While one has none,
 * the smallest shown cell is hidden as well.
 */
export function suppressChoices(table: CellTable, limits: Limits, { mustHide, secret }: Demands): ShownCells {
  const { counts, answered, unanswered } = table;
  const isAnsweredHidden = isSmall(unanswered) || mustHide[counts.length] === true;
  const isTelling = (count: number, of: number) =>
    isSmall(count) || isSmall(of - count) || (isAnsweredHidden && isSmall(answered + unanswered - count));
  const isPrimary = counts.map((count) => isTelling(count, answered));
  const isHidden = counts.map((_, index) => isPrimary[index] === true || mustHide[index] === true);
  const looksTheSame = ({ counts: others, answered: of }: Candidate) =>
    others.every((count, index) => (isHidden[index] && !isPrimary[index]) || isTelling(count, of) === isPrimary[index]);
  const search: Search = {
    isHidden,
    isAnsweredHidden,
    unanswered,
    fits: (candidate) => isPossible(candidate, limits) && looksTheSame(candidate),
  };
  while (!hasWitnesses(table, search)) {
    const next = nextToHide(counts, isHidden, secret);
    if (next === undefined) return nothingShown(table);
    isHidden[next] = true;
  }
  return { isShown: isHidden.map((hidden) => !hidden), isAnsweredShown: !isAnsweredHidden };
}

function isPossible({ counts, answered }: Candidate, { fewest, most }: Limits): boolean {
  const chosen = counts.reduce((sum, count) => sum + count, 0);
  const isEachPossible = counts.every((count) => count >= 0 && count <= answered);
  return isEachPossible && chosen >= answered * fewest && chosen <= answered * most;
}

/** Whether every hidden count could be another one: one more or less, alone or in exchange with another hidden cell. */
function hasWitnesses(truth: Candidate, search: Search): boolean {
  const hidden = truth.counts.map((_, index) => index).filter((index) => search.isHidden[index]);
  const fits = (changes: readonly (readonly [cell: number, by: number])[], answered = truth.answered) => {
    const counts = [...truth.counts];
    for (const [cell, by] of changes) counts[cell] = (counts[cell] ?? 0) + by;
    return search.fits({ counts, answered });
  };
  const exchanges = (cell: number, by: number, answered?: number) =>
    hidden.some(
      (other) =>
        other !== cell &&
        fits(
          [
            [cell, by],
            [other, -by],
          ],
          answered,
        ),
    );
  const isFree = (cell: number) => [1, -1].some((by) => fits([[cell, by]]) || exchanges(cell, by));
  const isAnsweredFree = [1, -1].some((by) => {
    const answered = truth.answered - by;
    if (!isSmall(search.unanswered + by)) return false;
    return fits([], answered) || hidden.some((cell) => fits([[cell, -by]], answered));
  });
  return hidden.every(isFree) && (!search.isAnsweredHidden || isAnsweredFree);
}

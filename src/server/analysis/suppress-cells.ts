import { type CellTable, nextToHide, nothingShown, type ShownCells } from "./cell-table.ts";
import { isSmall, threshold } from "./releases.ts";
import { type Demands, suppressChoices } from "./suppress-choices.ts";

/**
 * Which cells of a frequency table may be shown when no count of 1 to 4 may leave the server. Counts of 1 to 4 are
 * hidden (primary suppression), then others with them until what is hidden cannot be computed from what is shown
 * (complementary suppression). Zero is shown: it is about nobody.
 *
 * Sources: Willenborg, L., & de Waal, T. (2001), Elements of Statistical Disclosure Control, Springer;
 * Hundepool, A., et al. (2012), Statistical Disclosure Control, Wiley, chapter 4. The search for the second kind is ours.
 * @param demands cells to hide for another reason, such as one that moved too little since it was last shown (the last
 *   entry, after those of the counts, stands for `unanswered`), and the secret of the question
 */
export function suppressCells(table: CellTable, demands: Demands): ShownCells {
  if (table.answered < threshold) return nothingShown(table);
  if (table.choices !== null) return suppressChoices(table, table.choices, demands);
  const isHidden = suppressExclusive([...table.counts, table.unanswered], demands);
  return { isShown: table.counts.map((_, index) => !isHidden[index]), isAnsweredShown: !isHidden[table.counts.length] };
}

/**
 * For cells that add up to a total everyone knows: with the hidden ones, hide others until at least two are hidden, they
 * hold at least five people together, so that neither a cell nor their sum is about one to four, and more people than
 * cells, because a hidden cell has at least one.
 */
function suppressExclusive(counts: readonly number[], { mustHide, secret }: Demands): boolean[] {
  const isHidden = counts.map((count, index) => isSmall(count) || mustHide[index] === true);
  if (!isHidden.includes(true)) return isHidden;
  const isEnough = () => {
    const hidden = counts.filter((_, index) => isHidden[index]);
    const people = hidden.reduce((sum, count) => sum + count, 0);
    return hidden.length >= 2 && people >= threshold && people > hidden.length;
  };
  for (let extra = secret.isGenerous ? 1 : 0; extra > 0 || !isEnough(); ) {
    if (isEnough()) extra -= 1;
    const next = nextToHide(counts, isHidden, secret);
    if (next === undefined) break;
    isHidden[next] = true;
  }
  // With nobody left in the shown cells, the empty ones would say how the rest is spread: hide them too.
  const isNobodyShown = counts.every((count, index) => isHidden[index] || count === 0 || index === counts.length - 1);
  return isNobodyShown ? isHidden.map((hidden, index) => hidden || index < counts.length - 1) : isHidden;
}

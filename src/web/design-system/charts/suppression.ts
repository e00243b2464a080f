import type { Language } from "../../../shared/kernel/locale.ts";
import { formatNumber, formatPercent } from "../../i18n/format.ts";

/** A count, or null when the server hides it: fewer than five people stand behind it, or it would let them be worked out. */
export type Count = number | null;

export type ChartColor = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Not "<5": a larger count may be hidden along with a small one, so that nobody can subtract. */
export const suppressedMark = "·";

export const countText = (language: Language, count: Count): string =>
  count === null ? suppressedMark : formatNumber(language, count, 0);

const shareOf = (count: Count, total: Count): number | null =>
  count === null || total === null || total === 0 ? null : count / total;

export function shareText(language: Language, count: Count, total: Count): string {
  const share = shareOf(count, total);
  return share === null ? "–" : formatPercent(language, share);
}

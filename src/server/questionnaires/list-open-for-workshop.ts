import { type Language, type ReadText, readText } from "../../shared/kernel/locale.ts";
import { workshopListEntry } from "./cache.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { listPublishedOf } from "./queries/versions.ts";
import type { Audience, IdentityMode } from "./tables.ts";

/** A questionnaire that takes responses now, as the page of its workshop names it. */
export interface OpenQuestionnaire {
  id: string;
  title: ReadText;
  audience: Audience;
  identityMode: IdentityMode;
  closesAt: Date | null;
}

/** The questionnaires of a workshop that take responses now. Cached. */
export async function listOpenForWorkshop(
  { db, cache, clock }: QuestionnairesDeps,
  workshopId: string,
  language: Language,
): Promise<OpenQuestionnaire[]> {
  const { key, options } = workshopListEntry(workshopId);
  const rows = await cache.getOrSet(key, options, () => listPublishedOf(db.reads, workshopId));
  const now = clock.now();
  return rows.flatMap(({ opensAt, title, ...row }) => {
    const isOpen = (!opensAt || opensAt <= now) && (!row.closesAt || now < row.closesAt);
    const read = readText(title, language);
    return isOpen && read ? [{ ...row, title: read }] : [];
  });
}

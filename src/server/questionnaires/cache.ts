import type { CacheEntry } from "../platform/cache/cache.ts";
import type { Tx } from "../platform/db/database.ts";
import type { QuestionnairesDeps } from "./deps.ts";

/** On every entry that shows one questionnaire. */
export const questionnaireTag = (id: string): string => `questionnaire:${id}`;

/** On the list of a workshop's questionnaires. */
const workshopListTag = (workshopId: string): string => `questionnaires:${workshopId}`;

/** The version that people answer now. */
export const publishedEntry = (id: string): CacheEntry<unknown> => ({
  key: `questionnaire:${id}:published`,
  options: { kind: "application", tags: [questionnaireTag(id)] },
});

/** One frozen version, with the settings that hold now. */
export const versionEntry = (id: string, version: number): CacheEntry<unknown> => ({
  key: `questionnaire:${id}:version:${version}`,
  options: { kind: "application", tags: [questionnaireTag(id)] },
});

/** The published questionnaires of a workshop, those too that are not open yet. */
export const workshopListEntry = (workshopId: string): CacheEntry<unknown> => ({
  key: `questionnaires:${workshopId}`,
  options: { kind: "application", tags: [workshopListTag(workshopId)] },
});

/** The name and address of the workshop around a questionnaire; also that nobody may know of it. */
export const workshopSummaryEntry = (
  { cacheTags }: QuestionnairesDeps["catalogue"],
  workshopId: string,
): CacheEntry<unknown> => ({
  key: `questionnaire-workshop:${workshopId}`,
  options: { kind: "application", tags: [cacheTags.workshop(workshopId)] },
});

/** After the commit nobody reads the old questionnaire any more, nor the page of its workshop that names it. */
export function dropQuestionnaire(
  tx: Tx,
  { cache, catalogue }: Pick<QuestionnairesDeps, "cache" | "catalogue">,
  { id, workshopId }: { id: string; workshopId: string | null },
): void {
  const ofWorkshop = workshopId ? [workshopListTag(workshopId), catalogue.cacheTags.workshop(workshopId)] : [];
  cache.invalidateAfter(tx, [questionnaireTag(id), ...ofWorkshop]);
}

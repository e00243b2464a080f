import type { Tx } from "../platform/db/database.ts";
import type { QuestionnairesDeps } from "./deps.ts";

/** On every entry that shows one questionnaire. */
export const questionnaireTag = (id: string): string => `questionnaire:${id}`;

/** On the list of a workshop's questionnaires. */
export const workshopListTag = (workshopId: string): string => `questionnaires:${workshopId}`;

export const publishedKey = (id: string): string => `questionnaire:${id}:published`;
export const versionKey = (id: string, version: number): string => `questionnaire:${id}:version:${version}`;
export const workshopListKey = (workshopId: string): string => `questionnaires:${workshopId}`;
export const workshopSummaryKey = (workshopId: string): string => `questionnaire-workshop:${workshopId}`;

/** Status and dates may change in another process that cannot tell this one yet. */
export const publishedTtlSeconds = 60;
/** Frozen. */
export const versionTtlSeconds = 3600;
export const workshopTtlSeconds = 3600;

/** After the commit nobody reads the old questionnaire any more, nor the page of its workshop that names it. */
export function dropQuestionnaire(
  tx: Tx,
  { cache, catalogue }: Pick<QuestionnairesDeps, "cache" | "catalogue">,
  { id, workshopId }: { id: string; workshopId: string | null },
): void {
  const ofWorkshop = workshopId ? [workshopListTag(workshopId), catalogue.cacheTags.workshop(workshopId)] : [];
  tx.afterCommit(() => cache.invalidate([questionnaireTag(id), ...ofWorkshop]));
}

import type { Cache, CacheEntry } from "../platform/cache/cache.ts";
import type { Tx } from "../platform/db/database.ts";
import type { Questionnaires } from "../questionnaires/index.ts";

/** On the results of one questionnaire. */
const resultsTag = (questionnaireId: string): string => `results:${questionnaireId}`;

/** The results of one questionnaire; publishing a new version changes the texts beside the figures. */
export const resultsEntry = (
  { cacheTags }: Pick<Questionnaires, "cacheTags">,
  questionnaireId: string,
): CacheEntry<unknown> => ({
  key: `results:${questionnaireId}`,
  options: { kind: "application", tags: [resultsTag(questionnaireId), cacheTags.questionnaire(questionnaireId)] },
});

/** After the commit nobody reads the old results any more. */
export function dropResults(tx: Tx, cache: Cache, questionnaireId: string): void {
  cache.invalidateAfter(tx, [resultsTag(questionnaireId)]);
}

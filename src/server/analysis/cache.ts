import type { Cache } from "../platform/cache/cache.ts";
import type { Tx } from "../platform/db/database.ts";

/** On the results of one questionnaire. */
export const resultsTag = (questionnaireId: string): string => `results:${questionnaireId}`;

/** Short, because publishing a new version changes the texts beside the figures. */
export const resultsTtlSeconds = 30;

/** After the commit nobody reads the old results any more. */
export function dropResults(tx: Tx, cache: Cache, questionnaireId: string): void {
  tx.afterCommit(() => cache.invalidate([resultsTag(questionnaireId)]));
}

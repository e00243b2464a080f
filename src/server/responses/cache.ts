import type { Cache } from "../platform/cache/cache.ts";
import type { Tx } from "../platform/db/database.ts";

/** On everything that is computed from the submitted responses to a questionnaire. */
export const responsesTag = (questionnaireId: string): string => `responses:${questionnaireId}`;

/** After the commit nobody reads figures without the change. */
export function dropResponses(tx: Tx, cache: Cache, questionnaireId: string): void {
  cache.invalidateAfter(tx, [responsesTag(questionnaireId)]);
}

import { AppError } from "../../shared/kernel/error.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { lockedDraft } from "./access.ts";
import { dropQuestionnaire } from "./cache.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { markDeleted } from "./queries/drafts.ts";

/** Puts a questionnaire without any response into the bin. @throws {AppError} not_found | forbidden | invalid_transition */
export function deleteQuestionnaire(deps: QuestionnairesDeps, actor: Actor, id: string): Promise<undefined> {
  const { db, clock, catalogue } = deps;
  return db.transaction(async (tx) => {
    const { draft, person } = await lockedDraft({ tx, catalogue }, actor, id);
    if (draft.hasResponses) throw new AppError("invalid_transition", { hasResponses: true });
    const at = clock.now();
    await markDeleted(tx, id, at);
    const entry = { action: "questionnaire.deleted", subjectType: "questionnaire", subjectId: id };
    await record(tx, { actorId: person.personId, ...entry, at });
    dropQuestionnaire(tx, deps, draft);
    return undefined;
  });
}

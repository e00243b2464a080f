import { AppError } from "../../shared/kernel/error.ts";
import type { QuestionnaireDraft } from "../../shared/questionnaires/contract.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { editableDraft, lockedDraft } from "./access.ts";
import { dropQuestionnaire } from "./cache.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { presentDraft } from "./present.ts";
import { markClosed } from "./queries/drafts.ts";

/** Stops taking responses; publishing opens it again. @throws {AppError} not_found | forbidden | invalid_transition */
export function closeQuestionnaire(deps: QuestionnairesDeps, actor: Actor, id: string): Promise<QuestionnaireDraft> {
  const { db, clock, catalogue } = deps;
  return db.transaction(async (tx) => {
    const { draft, person } = await lockedDraft({ tx, catalogue }, actor, id);
    if (draft.status !== "published") throw new AppError("invalid_transition", { status: draft.status });
    const at = clock.now();
    await markClosed(tx, id, at);
    const entry = { action: "questionnaire.closed", subjectType: "questionnaire", subjectId: id };
    await record(tx, { actorId: person.personId, ...entry, at });
    dropQuestionnaire(tx, deps, draft);
    return presentDraft(await editableDraft({ db: tx, catalogue }, actor, id));
  });
}

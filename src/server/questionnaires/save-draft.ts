import { isDeepStrictEqual } from "node:util";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { QuestionnaireDraft, QuestionnaireSettings } from "../../shared/questionnaires/contract.ts";
import type { QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { editableDraft, lockedDraft } from "./access.ts";
import { dropQuestionnaire } from "./cache.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { presentDraft, presentSettings } from "./present.ts";
import { updateDraft } from "./queries/drafts.ts";
import { changedSettings } from "./settings.ts";

export interface SaveDraftInput {
  questionnaireId: string;
  baseVersion: number;
  content?: QuestionnaireContent | undefined;
  settings?: Partial<QuestionnaireSettings> | undefined;
  language: Language;
}

/**
 * Saves content, settings or both. Settings hold at once, content once it is published. Saving what is there already
 * changes nothing and is never a conflict, so a retry is safe.
 * @throws {AppError} not_found | forbidden | edit_conflict (details.draft) | identity_mode_locked | invalid_input
 */
export function saveDraft(deps: QuestionnairesDeps, actor: Actor, input: SaveDraftInput): Promise<QuestionnaireDraft> {
  const { db, clock, catalogue } = deps;
  const id = input.questionnaireId;
  return db.transaction(async (tx) => {
    const access = await lockedDraft({ tx, catalogue }, actor, id);
    const { draft, person } = access;
    const { workshopId } = draft;
    const content = input.content ?? draft.content;
    const settings = changedSettings(draft, input.settings ?? {}, { workshopId, language: input.language });
    const areSettingsChanged = !isDeepStrictEqual(presentSettings(settings), presentSettings(draft));
    if (!areSettingsChanged && isDeepStrictEqual(content, draft.content)) return presentDraft(access);

    if (input.baseVersion !== draft.version) throw new AppError("edit_conflict", { draft: presentDraft(access) });
    if (draft.hasResponses && settings.identityMode !== draft.identityMode) {
      throw new AppError("identity_mode_locked", { identityMode: draft.identityMode });
    }
    const at = clock.now();
    await updateDraft(tx, { id, content, settings, updatedBy: person.personId, at });
    if (areSettingsChanged) {
      const details = presentSettings(settings);
      const entry = { action: "questionnaire.settings_changed", subjectType: "questionnaire", subjectId: id, details };
      await record(tx, { actorId: person.personId, ...entry, at });
      dropQuestionnaire(tx, deps, { id, workshopId });
    }
    return presentDraft(await editableDraft({ db: tx, catalogue }, actor, id));
  });
}

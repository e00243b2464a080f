import { AppError } from "../../shared/kernel/error.ts";
import { newId } from "../../shared/kernel/id.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { QuestionnaireDraft, QuestionnaireSettings } from "../../shared/questionnaires/contract.ts";
import type { QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import { record } from "../audit/index.ts";
import { type Actor, type Person, requirePerson } from "../platform/authz/actor.ts";
import type { Db } from "../platform/db/database.ts";
import { editableDraft } from "./access.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { mayEdit } from "./policy.ts";
import { presentDraft } from "./present.ts";
import { insertQuestionnaire } from "./queries/drafts.ts";
import { changedSettings, initialSettings } from "./settings.ts";

export interface CreateInput {
  workshopId: string | null;
  content?: QuestionnaireContent | undefined;
  settings?: Partial<QuestionnaireSettings> | undefined;
  language: Language;
}

const emptyContent: QuestionnaireContent = { title: {}, introduction: {}, thanks: {}, sections: [] };

/** Starts a questionnaire, of a workshop or alone. @throws {AppError} not_found | forbidden | invalid_input */
export function createQuestionnaire(
  { db, clock, catalogue }: QuestionnairesDeps,
  actor: Actor,
  input: CreateInput,
): Promise<QuestionnaireDraft> {
  const { workshopId, content = emptyContent, language } = input;
  const person = requirePerson(actor);
  const settings = changedSettings(initialSettings(workshopId), input.settings ?? {}, { workshopId, language });
  return db.transaction(async (tx) => {
    await allowFor({ db: tx, catalogue }, person, workshopId);
    const at = clock.now();
    const id = newId(at.getTime());
    await insertQuestionnaire(tx, { id, workshopId, content, settings, createdBy: person.personId, at });
    await record(tx, {
      actorId: person.personId,
      action: "questionnaire.created",
      subjectType: "questionnaire",
      subjectId: id,
      details: { workshopId },
      at,
    });
    return presentDraft(await editableDraft({ db: tx, catalogue }, actor, id));
  });
}

/** @throws {AppError} not_found, also when they may not even know of the workshop | forbidden */
async function allowFor(
  { db, catalogue }: Pick<QuestionnairesDeps, "catalogue"> & { db: Db },
  person: Person,
  workshopId: string | null,
): Promise<void> {
  if (workshopId === null) {
    if (!mayEdit(person, true)) throw new AppError("forbidden");
    return;
  }
  const access = await catalogue.workshopAccess(db, person.personId, workshopId);
  if (access && mayEdit(person, access.isOwn)) return;
  throw new AppError(access?.isPublic ? "forbidden" : "not_found", { workshopId });
}

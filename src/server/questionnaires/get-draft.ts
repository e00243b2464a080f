import type { QuestionnaireDraft } from "../../shared/questionnaires/contract.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { readableDraft } from "./access.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { presentDraft } from "./present.ts";

/** The draft of the next version. @throws {AppError} not_found | forbidden */
export async function getDraft(
  { db, catalogue }: QuestionnairesDeps,
  actor: Actor,
  id: string,
): Promise<QuestionnaireDraft> {
  return presentDraft(await readableDraft({ db, catalogue }, actor, id));
}

import { AppError } from "../../shared/kernel/error.ts";
import { type Actor, type Person, requirePerson } from "../platform/authz/actor.ts";
import type { Db, Tx } from "../platform/db/database.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { mayEdit, mayRead } from "./policy.ts";
import { findDraft, lockQuestionnaire } from "./queries/drafts.ts";
import type { DraftRow } from "./tables.ts";

export interface Access {
  person: Person;
  draft: DraftRow;
  canEdit: boolean;
}

type AccessDeps = Pick<QuestionnairesDeps, "catalogue"> & { db: Db };

/** Whether the questionnaire was made by the person or belongs to a workshop of theirs. */
export async function isOwn(
  { db, catalogue }: AccessDeps,
  personId: string,
  questionnaire: { createdBy: string; workshopId: string | null },
): Promise<boolean> {
  if (questionnaire.createdBy === personId) return true;
  return questionnaire.workshopId !== null && catalogue.isOwnWorkshop(db, personId, questionnaire.workshopId);
}

/**
 * The draft, for somebody who may read it.
 * @throws {AppError} not_found, also when they may not even know of it | forbidden
 */
export async function readableDraft(deps: AccessDeps, actor: Actor, id: string): Promise<Access> {
  const person = requirePerson(actor);
  const draft = await findDraft(deps.db, id);
  if (!draft) throw new AppError("not_found", { questionnaireId: id });
  const own = await isOwn(deps, person.personId, draft);
  if (!mayRead(person, own)) {
    throw new AppError(draft.status === "draft" ? "not_found" : "forbidden", { questionnaireId: id });
  }
  return { person, draft, canEdit: mayEdit(person, own) };
}

/** The draft, for somebody who may change, publish and close it. @throws {AppError} not_found | forbidden */
export async function editableDraft(deps: AccessDeps, actor: Actor, id: string): Promise<Access> {
  const access = await readableDraft(deps, actor, id);
  if (!access.canEdit) throw new AppError("forbidden", { questionnaireId: id });
  return access;
}

/**
 * The same, while nobody else changes it until the transaction ends. Who may not change it is turned away before the lock:
 * they could hold up those who may. Rights and draft are read again under the lock. @throws {AppError} not_found | forbidden
 */
export async function lockedDraft(
  { tx, catalogue }: Pick<QuestionnairesDeps, "catalogue"> & { tx: Tx },
  actor: Actor,
  id: string,
): Promise<Access> {
  await editableDraft({ db: tx, catalogue }, actor, id);
  await lockQuestionnaire(tx, id);
  return editableDraft({ db: tx, catalogue }, actor, id);
}

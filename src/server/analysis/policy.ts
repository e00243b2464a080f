import { AppError } from "../../shared/kernel/error.ts";
import { isPermitted, type Permission } from "../../shared/kernel/permission.ts";
import { type Actor, type Person, requirePerson } from "../platform/authz/actor.ts";
import type { AnalysisDeps } from "./deps.ts";

/** @throws {AppError} not_signed_in | not_found, because who may not see results need not know that they exist */
export async function authoriseResults(
  { db, questionnaires }: AnalysisDeps,
  actor: Actor,
  access: { permission: Permission; questionnaireId: string },
): Promise<Person> {
  const person = requirePerson(actor);
  const isOwn = await questionnaires.isOwnQuestionnaire(db, person, access.questionnaireId);
  if (!isPermitted(person.role, access.permission, isOwn)) {
    throw new AppError("not_found", { questionnaireId: access.questionnaireId });
  }
  return person;
}

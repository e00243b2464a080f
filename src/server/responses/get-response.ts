import { AppError } from "../../shared/kernel/error.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import type { ResponsesDeps } from "./deps.ts";
import { namedResponse } from "./existing-response.ts";
import { presentResponse, type ResponseRead } from "./present.ts";
import { findLiving } from "./queries.ts";
import { respondentOf, type WhichInput } from "./respondent.ts";

/** A response by the id that its author's browser made. @throws {AppError} not_found | not_signed_in */
export async function getResponse(deps: ResponsesDeps, actor: Actor, input: WhichInput): Promise<ResponseRead> {
  const respondent = await respondentOf(deps, actor, input);
  return presentResponse(await namedResponse(deps.db.reads, respondent), input.responseId);
}

/** One's own draft or submitted response to an identified questionnaire. @throws {AppError} not_found | not_signed_in */
export async function getMyResponse(
  { db, questionnaires }: ResponsesDeps,
  actor: Actor,
  questionnaireId: string,
): Promise<{ response: ResponseRead | null }> {
  const { personId } = requirePerson(actor);
  const questionnaire = await questionnaires.publishedVersion(questionnaireId);
  if (!questionnaire) throw new AppError("not_found", { questionnaireId });
  const row = await findLiving(db.reads, questionnaireId, personId);
  return { response: row ? presentResponse(row, row.id) : null };
}

import { AppError } from "../../shared/kernel/error.ts";
import type { Db } from "../platform/db/database.ts";
import { outdated } from "./checked-answers.ts";
import { findLiving, findResponse, isIdTaken } from "./queries.ts";
import type { Respondent } from "./respondent.ts";
import type { ResponseRow } from "./tables.ts";

/**
 * The response that a save or submission is about: the one with the id or, in an identified questionnaire, the one that
 * the person began elsewhere, whatever id this browser made.
 */
export async function existingResponse(db: Db, respondent: Respondent): Promise<ResponseRow | undefined> {
  const { storedId: id, respondentId, questionnaire } = respondent;
  const named = await findResponse(db, { id, questionnaireId: questionnaire.id, respondentId });
  if (named || respondentId === null) return named;
  return findLiving(db, questionnaire.id, respondentId);
}

/** The response with exactly this id. @throws {AppError} not_found, also when it is somebody else's */
export async function namedResponse(db: Db, respondent: Respondent): Promise<ResponseRow> {
  const { storedId: id, respondentId, questionnaire, responseId } = respondent;
  const row = await findResponse(db, { id, questionnaireId: questionnaire.id, respondentId });
  if (!row) throw new AppError("not_found", { responseId });
  return row;
}

/** Why nothing could be begun: the id belongs to a response that is not this respondent's, or there is a newer version. */
export async function whyNotBegun(db: Db, { storedId, responseId }: Respondent, version: number): Promise<AppError> {
  return (await isIdTaken(db, storedId)) ? new AppError("not_found", { responseId }) : outdated(version);
}

import { AppError } from "../../shared/kernel/error.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import type { ResponsesDeps } from "./deps.ts";
import { announce } from "./events.ts";
import { namedResponse } from "./existing-response.ts";
import { presentResponse, type ResponseRead } from "./present.ts";
import { lockResponse, markWithdrawn } from "./queries.ts";
import { datedAt, respondentOf, type WhichInput } from "./respondent.ts";

/**
 * Withdraws a submitted response: its answers and consents are erased. Repeating it changes nothing. It is possible after
 * closing, too. That the person took part in an anonymous questionnaire stays noted, as nobody can tell which was theirs.
 * @throws {AppError} not_found | not_signed_in | invalid_transition, for a draft
 */
export async function withdrawResponse(deps: ResponsesDeps, actor: Actor, input: WhichInput): Promise<ResponseRead> {
  const respondent = await respondentOf(deps, actor, input);
  const { questionnaire, storedId, respondentId } = respondent;
  return deps.db.transaction(async (tx) => {
    await lockResponse(tx, storedId);
    const row = await namedResponse(tx, respondent);
    if (row.status === "withdrawn") return presentResponse(row, input.responseId);
    if (row.status === "draft") throw new AppError("invalid_transition", { status: row.status });
    const at = datedAt(questionnaire, deps.clock.now());
    const withdrawn = await markWithdrawn(tx, storedId, at);
    const subject = respondentId
      ? { actorId: respondentId, subjectType: "response", subjectId: storedId }
      : { actorId: null, subjectType: "questionnaire", subjectId: questionnaire.id };
    await record(tx, { ...subject, action: "response.withdrawn", at });
    await announce(tx, deps, { type: "response.withdrawn", questionnaireId: questionnaire.id });
    return presentResponse(withdrawn, input.responseId);
  });
}

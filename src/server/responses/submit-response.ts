import { isDeepStrictEqual } from "node:util";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Answers } from "../../shared/questionnaires/questionnaire.ts";
import { record } from "../audit/index.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import type { Tx } from "../platform/db/database.ts";
import type { PublishedVersion } from "../questionnaires/index.ts";
import { answeredVersion, checkedAnswers, outdated } from "./checked-answers.ts";
import { consentsIn } from "./consents.ts";
import type { ResponsesDeps } from "./deps.ts";
import { announce } from "./events.ts";
import { existingResponse, whyNotBegun } from "./existing-response.ts";
import { requireOpen } from "./opening.ts";
import { presentResponse, type ResponseRead } from "./present.ts";
import { insertConsents, insertResponse, lockResponse, markSubmitted, noteParticipation } from "./queries.ts";
import { datedAt, type Respondent, requireAudience, respondentOf, startOfDay } from "./respondent.ts";
import type { ResponseRow } from "./tables.ts";

export interface SubmitInput {
  questionnaireId: string;
  responseId: string;
  version: number;
  language: Language;
  answers: Answers;
  reader: Language;
}

/** A submission on its way: whose, of which version, its answers, and how it is dated. */
interface Submission {
  respondent: Respondent;
  answered: PublishedVersion;
  answers: Answers;
  language: Language;
  enrolmentId: string | null;
  at: Date;
}

/**
 * Submits for good. Repeating it answers with what was submitted, also after the questionnaire has closed.
 * @throws {AppError} see the contract
 */
export async function submitResponse(deps: ResponsesDeps, actor: Actor, input: SubmitInput): Promise<ResponseRead> {
  const respondent = await respondentOf(deps, actor, input);
  const { questionnaire } = respondent;
  const existing = await existingResponse(deps.db, respondent);
  if (existing && existing.status !== "draft") return repeated(existing, input);

  requireOpen(questionnaire, deps.clock.now());
  const answered = await answeredVersion(deps.questionnaires, questionnaire, input.version);
  const enrolmentId = await requireAudience({ enrolment: deps.enrolment, db: deps.db.reads }, actor, questionnaire);
  const answers = checkedAnswers(answered, input.answers, { isPartial: false, reader: input.reader });
  const at = datedAt(questionnaire, deps.clock.now());
  const submission = { respondent, answered, answers, language: input.language, enrolmentId, at };
  return deps.db.transaction(async (tx) => {
    const before = await locked(tx, respondent);
    const begun = before ? undefined : await begin(tx, submission);
    // Nothing begun: another request was a moment faster, or the questionnaire has changed under us.
    const standing = before ?? (begun ? undefined : await locked(tx, respondent));
    if (standing && standing.status !== "draft") return repeated(standing, input);
    const row = begun ?? (standing && (await finish(tx, submission, standing)));
    if (!row) throw await whyNotBegun(tx, respondent, answered.version);
    await noteAll(tx, { deps, actor }, { ...submission, row });
    return presentResponse(row, input.responseId);
  });
}

/** @throws {AppError} already_submitted when something else was submitted, or it was withdrawn */
function repeated(existing: ResponseRow, { responseId, answers }: SubmitInput): ResponseRead {
  const response = presentResponse(existing, responseId);
  const isSame = response.id === responseId || isDeepStrictEqual(existing.answers, answers);
  if (existing.status === "submitted" && isSame) return response;
  throw new AppError("already_submitted", { response });
}

/** The response as it stands once nobody else is writing it. */
async function locked(tx: Tx, respondent: Respondent): Promise<ResponseRow | undefined> {
  const seen = await existingResponse(tx, respondent);
  if (!seen) return undefined;
  await lockResponse(tx, seen.id);
  return existingResponse(tx, respondent);
}

function finish(tx: Tx, submission: Submission, before: ResponseRow): Promise<ResponseRow> {
  if (before.version !== submission.answered.version) throw outdated(before.version);
  return markSubmitted(tx, { ...written(submission), id: before.id });
}

/** Undefined when there is a response already, or the questionnaire is not as we saw it. */
function begin(tx: Tx, submission: Submission): Promise<ResponseRow | undefined> {
  const { questionnaire } = submission.respondent;
  if (submission.answered.version !== questionnaire.version) throw outdated(questionnaire.version);
  const { enrolmentId } = submission;
  const { identityMode } = questionnaire;
  return insertResponse(tx, { ...written(submission), identityMode, enrolmentId, status: "submitted" });
}

function written({ respondent, answered, answers, language, at }: Submission) {
  const { storedId: id, respondentId, questionnaire } = respondent;
  return { id, questionnaireId: questionnaire.id, respondentId, version: answered.version, language, answers, at };
}

/** Everything beside the response itself: participation, consents, audit, and the event. */
async function noteAll(
  tx: Tx,
  { deps, actor }: { deps: ResponsesDeps; actor: Actor },
  { row, respondent, answered, answers, language, at }: Submission & { row: ResponseRow },
): Promise<void> {
  const { questionnaire } = respondent;
  const isAnonymous = questionnaire.identityMode === "anonymous";
  if (isAnonymous && questionnaire.audience !== "anyone") {
    const { personId } = requirePerson(actor);
    const day = startOfDay(at).toISOString().slice(0, 10);
    if (!(await noteParticipation(tx, questionnaire.id, { personId, day }))) throw new AppError("already_submitted");
  }
  await insertConsents(tx, { responseId: row.id, consents: consentsIn(answered.content, answers, language), at });
  const subject = isAnonymous
    ? { actorId: null, subjectType: "questionnaire", subjectId: questionnaire.id }
    : { actorId: row.respondentId, subjectType: "response", subjectId: row.id };
  await record(tx, { ...subject, action: "response.submitted", details: { version: row.version }, at });
  await announce(tx, deps, { type: "response.submitted", questionnaireId: questionnaire.id });
}

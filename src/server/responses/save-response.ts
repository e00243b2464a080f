import { isDeepStrictEqual } from "node:util";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Answers } from "../../shared/questionnaires/questionnaire.ts";
import type { Actor } from "../platform/authz/actor.ts";
import type { PublishedVersion } from "../questionnaires/index.ts";
import { answeredVersion, checkedAnswers, outdated } from "./checked-answers.ts";
import type { ResponsesDeps } from "./deps.ts";
import { existingResponse, whyNotBegun } from "./existing-response.ts";
import { merged } from "./merge-answers.ts";
import { requireOpen } from "./opening.ts";
import { presentResponse, type ResponseRead } from "./present.ts";
import { insertResponse, updateDraft } from "./queries.ts";
import { datedAt, type Respondent, requireAudience, respondentOf } from "./respondent.ts";
import type { ResponseRow } from "./tables.ts";

export interface SaveInput {
  questionnaireId: string;
  responseId: string;
  version: number;
  language: Language;
  answers: Answers;
  baseRevision: number;
  reader: Language;
}

/** A save on its way: whose, of which version, and the answers that are left after checking. */
interface Save extends SaveInput {
  respondent: Respondent;
  answered: PublishedVersion;
  checked: Answers;
}

/**
 * Autosaves a draft; the first save makes it. One statement when the draft stands where the save was based; what else
 * may be the case is looked at only when that statement touched nothing.
 * @throws {AppError} see the contract
 */
export async function saveResponse(deps: ResponsesDeps, actor: Actor, input: SaveInput): Promise<ResponseRead> {
  const respondent = await respondentOf(deps, actor, input);
  const { questionnaire } = respondent;
  requireOpen(questionnaire, deps.clock.now());
  const answered = await answeredVersion(deps.questionnaires, questionnaire, input.version);
  const checked = checkedAnswers(answered, input.answers, { isPartial: true, reader: input.reader });
  const save: Save = { ...input, respondent, answered, checked };

  const row = (await moveOn(deps, save, save.respondent.storedId)) ?? (await joinOrBegin(deps, actor, save));
  return presentResponse(row, input.responseId);
}

/** The draft with the answers, if it stands at the revision that the save was based on. */
async function moveOn(deps: ResponsesDeps, save: Save, id: string): Promise<ResponseRow | undefined> {
  if (save.baseRevision === 0) return undefined;
  return updateDraft(deps.db, { ...written(deps, save), id, baseRevision: save.baseRevision });
}

function written({ clock }: ResponsesDeps, { respondent, answered, language, checked }: Save) {
  const { storedId: id, respondentId, questionnaire } = respondent;
  const at = datedAt(questionnaire, clock.now());
  return {
    id,
    questionnaireId: questionnaire.id,
    respondentId,
    version: answered.version,
    language,
    answers: checked,
    at,
  };
}

async function joinOrBegin(deps: ResponsesDeps, actor: Actor, save: Save): Promise<ResponseRow> {
  const existing = await existingResponse(deps.db, save.respondent);
  if (existing) return join(deps, save, existing);
  const begun = await begin(deps, actor, save);
  if (begun) return begun;
  // Another tab or device was a moment faster, or the questionnaire has changed under us.
  const other = await existingResponse(deps.db, save.respondent);
  if (!other) throw await whyNotBegun(deps.db, save.respondent, save.answered.version);
  return join(deps, save, other);
}

async function begin(deps: ResponsesDeps, actor: Actor, save: Save): Promise<ResponseRow | undefined> {
  const { questionnaire } = save.respondent;
  if (save.answered.version !== questionnaire.version) throw outdated(questionnaire.version);
  const enrolmentId = await requireAudience({ enrolment: deps.enrolment, db: deps.db.reads }, actor, questionnaire);
  const { identityMode } = questionnaire;
  return insertResponse(deps.db, { ...written(deps, save), identityMode, enrolmentId, status: "draft" });
}

/**
 * What a save means for a response that stands elsewhere. The same answers again are no conflict. A device that did not
 * know of the response yet adds what it has to what is there; where both answered differently its author decides.
 * @throws {AppError} already_submitted | version_outdated | edit_conflict (details.response)
 */
async function join(deps: ResponsesDeps, save: Save, existing: ResponseRow): Promise<ResponseRow> {
  const response = presentResponse(existing, save.responseId);
  if (existing.status !== "draft") throw new AppError("already_submitted", { response });
  if (existing.version !== save.answered.version)
    throw new AppError("version_outdated", { version: existing.version, response });
  if (isDeepStrictEqual(existing.answers, save.checked)) return existing;
  const both = save.baseRevision === 0 ? merged(existing.answers, save.checked) : undefined;
  if (!both) throw new AppError("edit_conflict", { response });
  const checked = checkedAnswers(save.answered, both, { isPartial: true, reader: save.reader });
  if (isDeepStrictEqual(existing.answers, checked)) return existing;
  const moved = await moveOn(deps, { ...save, checked, baseRevision: existing.revision }, existing.id);
  if (!moved) throw new AppError("edit_conflict", { response });
  return moved;
}

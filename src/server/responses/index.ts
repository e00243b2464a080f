import type { Language } from "../../shared/kernel/locale.ts";
import type { Page } from "../../shared/kernel/page.ts";
import type { QuestionOf } from "../../shared/questionnaires/questionnaire.ts";
import type { Actor } from "../platform/authz/actor.ts";
import type { Db } from "../platform/db/database.ts";
import type { Route } from "../platform/http/route.ts";
import type { ScheduledJob } from "../platform/jobs/jobs.ts";
import { responsesTag } from "./cache.ts";
import { consentTextHash } from "./consents.ts";
import type { ResponsesDeps } from "./deps.ts";
import { scheduledJobs } from "./jobs.ts";
import { listMyResponses, type MyListInput } from "./list-my-responses.ts";
import { countResponses } from "./metrics.ts";
import type { ResponseRead } from "./present.ts";
import { countSubmitted, listSubmitted } from "./queries.ts";
import { routes } from "./routes.ts";
import { type SaveInput, saveResponse } from "./save-response.ts";
import { type SubmitInput, submitResponse } from "./submit-response.ts";
import type { SubmittedResponse } from "./tables.ts";

export type { ResponsesDeps } from "./deps.ts";
export type { ResponseSubmitted, ResponsesEvent, ResponseWithdrawn } from "./events.ts";
export type { MyListInput, ResponseRead, SaveInput, SubmitInput, SubmittedResponse };

/** The door of responses: drafts, submissions, withdrawals. */
export interface Responses {
  routes: Route[];
  scheduled: ScheduledJob[];
  /** Every submitted response, without whose it is; drafts and withdrawn ones are not there. In the order of ids. */
  submittedResponses(db: Db, questionnaireId: string): Promise<SubmittedResponse[]>;
  /** How many responses are submitted now. */
  countSubmitted(db: Db, questionnaireId: string): Promise<number>;
  /** One's own responses to identified questionnaires, newest first. @throws {AppError} not_signed_in | invalid_input */
  listMyResponses(actor: Actor, input: MyListInput): Promise<Page<ResponseRead>>;
  /** Autosaves a draft, as its endpoint does. @throws {AppError} see the contract */
  save(actor: Actor, input: SaveInput): Promise<ResponseRead>;
  /** Submits a response, as its endpoint does. @throws {AppError} see the contract */
  submit(actor: Actor, input: SubmitInput): Promise<ResponseRead>;
  /** SHA-256 of the words of a consent as a reader of the language sees them, as `response_consents.text_hash` has it. */
  consentTextHash(question: Pick<QuestionOf<"consent">, "text" | "help">, language: Language): string;
  /** The tag of cached things that are computed from submitted responses. */
  readonly cacheTags: { responses(questionnaireId: string): string };
}

/** Makes the responses. */
export function createResponses(deps: ResponsesDeps): Responses {
  countResponses(deps);
  return {
    routes: routes(deps),
    scheduled: scheduledJobs(deps),
    submittedResponses: listSubmitted,
    countSubmitted,
    listMyResponses: (actor, input) => listMyResponses(deps, actor, input),
    save: (actor, input) => saveResponse(deps, actor, input),
    submit: (actor, input) => submitResponse(deps, actor, input),
    consentTextHash,
    cacheTags: { responses: responsesTag },
  };
}

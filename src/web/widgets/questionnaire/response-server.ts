import type { BodyInput } from "../../../shared/kernel/endpoint.ts";
import type { PublishedQuestionnaire } from "../../../shared/questionnaires/questionnaire.ts";
import type { Response, responsesContract } from "../../../shared/responses/contract.ts";
import { ApiError } from "../../api/api-error.ts";
import { getQuestionnaireVersion } from "../../api/questionnaires.ts";
import { getMyResponse, saveResponse, submitResponse, withdrawResponse } from "../../api/responses.ts";

export type SaveBody = BodyInput<typeof responsesContract.saveResponse>;
export type SubmitBody = BodyInput<typeof responsesContract.submitResponse>;

/** What the runner asks of the server. Every call throws ApiError, `offline` when no answer came in time. */
export interface ResponseServer {
  mine(): Promise<Response | null>;
  version(number: number): Promise<PublishedQuestionnaire>;
  save(responseId: string, body: SaveBody): Promise<Response>;
  submit(responseId: string, body: SubmitBody): Promise<Response>;
  withdraw(responseId: string): Promise<Response>;
}

const loadMs = 8_000;
const saveMs = 15_000;
const submitMs = 30_000;

export function responseServer(questionnaireId: string): ResponseServer {
  const of = (responseId: string) => ({ questionnaireId, responseId });
  return {
    mine: () =>
      within(loadMs, async (signal) => (await getMyResponse({ params: { questionnaireId }, signal })).response),
    version: (version) =>
      within(loadMs, (signal) => getQuestionnaireVersion({ params: { questionnaireId, version }, signal })),
    save: (id, body) => within(saveMs, (signal) => saveResponse({ params: of(id), body, signal })),
    submit: (id, body) => within(submitMs, (signal) => submitResponse({ params: of(id), body, signal })),
    withdraw: (id) => within(saveMs, (signal) => withdrawResponse({ params: of(id), signal })),
  };
}

/** On a bad network a request may hang for minutes; that is no answer either. */
async function within<T>(milliseconds: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    return await call(signal);
  } catch (error) {
    if (signal.aborted) throw new ApiError({ code: "offline", status: 0, title: "", requestId: "" });
    throw error;
  }
}

import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Id } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";
import { Language } from "../kernel/locale.ts";
import { pageOf, pageQuery } from "../kernel/page.ts";
import { Answers } from "../questionnaires/questionnaire.ts";

const tag = "responses";

/** One's own response. In an anonymous questionnaire its unguessable id, kept by the browser, is the only way to it. */
export const Response = z.object({
  id: Id,
  questionnaireId: Id,
  version: z.int().min(1),
  status: z.enum(["draft", "submitted", "withdrawn"]),
  language: Language,
  answers: Answers,
  /** Counts saves; send it back as `baseRevision`. */
  revision: z.int().min(1),
  /** Absent in anonymous questionnaires, which keep the day only. */
  updatedAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
});
export type Response = z.infer<typeof Response>;

const ofResponse = z.strictObject({ questionnaireId: Id, responseId: Id });

export const responsesContract = {
  getMyResponse: endpoint({
    id: "getMyResponse",
    method: "GET",
    path: "/api/v1/questionnaires/{questionnaireId}/my-response",
    summary: "One's own draft or submitted response to an identified questionnaire, or null.",
    tag,
    access: "signed_in",
    params: z.strictObject({ questionnaireId: Id }),
    response: z.object({ response: Response.nullable() }),
    errors: ["not_found"],
  }),
  getResponse: endpoint({
    id: "getResponse",
    method: "GET",
    path: "/api/v1/questionnaires/{questionnaireId}/responses/{responseId}",
    summary: "A response by the id that the respondent's browser made.",
    tag,
    access: "public",
    isUnlinkable: true,
    params: ofResponse,
    response: Response,
    errors: ["not_found"],
  }),
  saveResponse: endpoint({
    id: "saveResponse",
    method: "PUT",
    path: "/api/v1/questionnaires/{questionnaireId}/responses/{responseId}",
    summary:
      "Autosave a draft. The first save makes it; a person's second one joins the first and answers with its id. Partial answers are welcome; answers to hidden questions are dropped.",
    tag,
    access: "public",
    isUnlinkable: true,
    params: ofResponse,
    body: z.strictObject({
      version: z.int().min(1),
      language: Language,
      answers: Answers,
      /** The revision this save was based on; 0 for a new response. */
      baseRevision: z.int().min(0),
    }),
    response: Response,
    errors: [
      "not_found",
      "not_signed_in",
      "not_in_audience",
      "questionnaire_closed",
      "already_submitted",
      "edit_conflict",
      "version_outdated",
      "invalid_answers",
    ],
  }),
  submitResponse: endpoint({
    id: "submitResponse",
    method: "POST",
    path: "/api/v1/questionnaires/{questionnaireId}/responses/{responseId}/submit",
    summary: "Save and submit for good. Repeating it answers with the submitted response.",
    tag,
    access: "public",
    isUnlinkable: true,
    params: ofResponse,
    body: z.strictObject({ version: z.int().min(1), language: Language, answers: Answers }),
    response: Response,
    errors: [
      "not_found",
      "not_signed_in",
      "not_in_audience",
      "questionnaire_closed",
      "already_submitted",
      "version_outdated",
      "invalid_answers",
    ],
  }),
  withdrawResponse: endpoint({
    id: "withdrawResponse",
    method: "POST",
    path: "/api/v1/questionnaires/{questionnaireId}/responses/{responseId}/withdraw",
    summary: "Withdraw a submitted response: its answers are erased.",
    tag,
    access: "public",
    isUnlinkable: true,
    params: ofResponse,
    response: Response,
    errors: ["not_found", "invalid_transition"],
  }),
  listMyResponses: endpoint({
    id: "listMyResponses",
    method: "GET",
    path: "/api/v1/me/responses",
    summary: "One's own responses to identified questionnaires, newest first.",
    tag,
    access: "signed_in",
    query: z.strictObject({ ...pageQuery }),
    response: pageOf(Response),
  }),
};

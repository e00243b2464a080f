import type { responsesContract } from "../../shared/responses/contract.ts";
import { operation } from "./operation.ts";

export const getMyResponse = operation<typeof responsesContract.getMyResponse>(
  "GET",
  "/api/v1/questionnaires/{questionnaireId}/my-response",
);
export const getResponse = operation<typeof responsesContract.getResponse>(
  "GET",
  "/api/v1/questionnaires/{questionnaireId}/responses/{responseId}",
);
export const saveResponse = operation<typeof responsesContract.saveResponse>(
  "PUT",
  "/api/v1/questionnaires/{questionnaireId}/responses/{responseId}",
);
export const submitResponse = operation<typeof responsesContract.submitResponse>(
  "POST",
  "/api/v1/questionnaires/{questionnaireId}/responses/{responseId}/submit",
);
export const withdrawResponse = operation<typeof responsesContract.withdrawResponse>(
  "POST",
  "/api/v1/questionnaires/{questionnaireId}/responses/{responseId}/withdraw",
);
export const listMyResponses = operation<typeof responsesContract.listMyResponses>("GET", "/api/v1/me/responses");

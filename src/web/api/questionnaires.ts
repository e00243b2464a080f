import type { questionnairesContract } from "../../shared/questionnaires/contract.ts";
import { operation } from "./operation.ts";

export const getQuestionnaire = operation<typeof questionnairesContract.getPublished>(
  "GET",
  "/api/v1/questionnaires/{questionnaireId}",
);
export const listQuestionnaires = operation<typeof questionnairesContract.list>("GET", "/api/v1/studio/questionnaires");
export const createQuestionnaire = operation<typeof questionnairesContract.create>(
  "POST",
  "/api/v1/studio/questionnaires",
);
export const getQuestionnaireDraft = operation<typeof questionnairesContract.getDraft>(
  "GET",
  "/api/v1/studio/questionnaires/{questionnaireId}",
);
export const saveQuestionnaireDraft = operation<typeof questionnairesContract.saveDraft>(
  "PUT",
  "/api/v1/studio/questionnaires/{questionnaireId}",
);
export const getQuestionnaireChecklist = operation<typeof questionnairesContract.getChecklist>(
  "GET",
  "/api/v1/studio/questionnaires/{questionnaireId}/checklist",
);
export const publishQuestionnaire = operation<typeof questionnairesContract.publish>(
  "POST",
  "/api/v1/studio/questionnaires/{questionnaireId}/publish",
);
export const closeQuestionnaire = operation<typeof questionnairesContract.close>(
  "POST",
  "/api/v1/studio/questionnaires/{questionnaireId}/close",
);
export const deleteQuestionnaire = operation<typeof questionnairesContract.deleteQuestionnaire>(
  "DELETE",
  "/api/v1/studio/questionnaires/{questionnaireId}",
);
export const getQuestionnaireVersion = operation<typeof questionnairesContract.getVersion>(
  "GET",
  "/api/v1/questionnaires/{questionnaireId}/versions/{version}",
);

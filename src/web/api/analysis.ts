import type { analysisContract } from "../../shared/analysis/contract.ts";
import { operation } from "./operation.ts";

export const getResults = operation<typeof analysisContract.getResults>(
  "GET",
  "/api/v1/studio/questionnaires/{questionnaireId}/results",
);

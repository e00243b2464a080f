import type { operationsContract } from "../../shared/operations/contract.ts";
import { operation } from "./operation.ts";

export const listMessages = operation<typeof operationsContract.listMessages>(
  "GET",
  "/api/v1/studio/operations/messages",
);
export const getMessage = operation<typeof operationsContract.getMessage>(
  "GET",
  "/api/v1/studio/operations/messages/{name}",
);

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
export const getHealth = operation<typeof operationsContract.getHealth>("GET", "/api/v1/studio/operations/health");
export const listAlerts = operation<typeof operationsContract.listAlerts>("GET", "/api/v1/studio/operations/alerts");
export const acknowledgeAlert = operation<typeof operationsContract.acknowledgeAlert>(
  "POST",
  "/api/v1/studio/operations/alerts/{alertId}/acknowledge",
);
export const listSlowRequests = operation<typeof operationsContract.listSlowRequests>(
  "GET",
  "/api/v1/studio/operations/requests",
);
export const getDatabase = operation<typeof operationsContract.getDatabase>(
  "GET",
  "/api/v1/studio/operations/database",
);
export const listStatements = operation<typeof operationsContract.listStatements>(
  "GET",
  "/api/v1/studio/operations/database/statements",
);
export const getStatementPlan = operation<typeof operationsContract.getStatementPlan>(
  "GET",
  "/api/v1/studio/operations/database/statements/{statementId}/plan",
);
export const getCacheState = operation<typeof operationsContract.getCacheState>(
  "GET",
  "/api/v1/studio/operations/cache",
);
export const listCacheTags = operation<typeof operationsContract.listCacheTags>(
  "GET",
  "/api/v1/studio/operations/cache/tags",
);
export const clearCache = operation<typeof operationsContract.clearCache>(
  "POST",
  "/api/v1/studio/operations/cache/clear",
);
export const listJobs = operation<typeof operationsContract.listJobs>("GET", "/api/v1/studio/operations/jobs");
export const retryJob = operation<typeof operationsContract.retryJob>(
  "POST",
  "/api/v1/studio/operations/jobs/{jobId}/retry",
);
export const listSettings = operation<typeof operationsContract.listSettings>(
  "GET",
  "/api/v1/studio/operations/settings",
);
export const listAuditEntries = operation<typeof operationsContract.listAuditEntries>(
  "GET",
  "/api/v1/studio/operations/audit",
);
export const listAuditActions = operation<typeof operationsContract.listAuditActions>(
  "GET",
  "/api/v1/studio/operations/audit/actions",
);

/** Where server-sent events with the figures come from. */
export const liveFiguresAddress: (typeof operationsContract.getLiveFigures)["path"] = "/api/v1/studio/operations/live";
export const auditExportAddress: (typeof operationsContract.exportAuditEntries)["path"] =
  "/api/v1/studio/operations/audit/export";

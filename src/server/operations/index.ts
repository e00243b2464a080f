import type { Route } from "../platform/http/route.ts";
import type { ScheduledJob } from "../platform/jobs/jobs.ts";
import { type Alerts, createAlerts } from "./alerts/alerts.ts";
import type { OperationsDeps } from "./deps.ts";
import { followLogLevel } from "./log-level/follow-log-level.ts";
import { scheduledReport } from "./report/send-report.ts";
import { routes } from "./routes.ts";

export { readCertificate } from "./alerts/certificate.ts";
export { showDatabase } from "./database/show-database.ts";
export { showStatements } from "./database/show-statements.ts";
export { retryJobFor } from "./jobs/retry-job.ts";
export { showJobs } from "./jobs/show-jobs.ts";
export { changeLogLevelFor, resetLogLevelFor, showLogLevel } from "./log-level/change-log-level.ts";
export { type Alerts, createAlerts };

/** What those who run the installation need to see. */
export interface Operations {
  routes: Route[];
  scheduled: ScheduledJob[];
  /** For a process that stays: its log has the level that is asked for the installation, now and after each change. */
  followLogLevel(): Promise<void>;
}

/** Opens the operations feature. */
export function createOperations(deps: OperationsDeps): Operations {
  return { routes: routes(deps), scheduled: [scheduledReport(deps)], followLogLevel: () => followLogLevel(deps) };
}

import type { Route } from "../platform/http/route.ts";
import type { ScheduledJob } from "../platform/jobs/jobs.ts";
import { type Alerts, createAlerts } from "./alerts/alerts.ts";
import type { OperationsDeps } from "./deps.ts";
import { scheduledReport } from "./report/send-report.ts";
import { routes } from "./routes.ts";

export { showDatabase } from "./database/show-database.ts";
export { showStatements } from "./database/show-statements.ts";
export { retryJobFor } from "./jobs/retry-job.ts";
export { showJobs } from "./jobs/show-jobs.ts";
export { type Alerts, createAlerts };

/** What those who run the installation need to see. */
export interface Operations {
  routes: Route[];
  scheduled: ScheduledJob[];
}

/** Opens the operations feature. */
export function createOperations(deps: OperationsDeps): Operations {
  return { routes: routes(deps), scheduled: [scheduledReport(deps)] };
}

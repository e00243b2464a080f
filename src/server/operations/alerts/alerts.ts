import type { Page } from "../../../shared/kernel/page.ts";
import type { Alert } from "../../../shared/operations/alerts.ts";
import type { Job, ScheduledJob } from "../../platform/jobs/jobs.ts";
import { acknowledgeAlert } from "./acknowledge-alert.ts";
import { deliveryJob } from "./delivery-queue.ts";
import type { AlertsDeps } from "./deps.ts";
import { createEvaluation } from "./evaluate.ts";
import { type AlertsQuery, listAlerts, type Reader } from "./list-alerts.ts";
import { purgeAlerts } from "./purge-alerts.ts";
import { startWatch } from "./watch.ts";

/** What needs a person: found by rules, told to those on call, shown in the studio. */
export interface Alerts {
  list(reader: Reader, query: AlertsQuery): Promise<Page<Alert>>;
  acknowledge(reader: Reader, alertId: string): Promise<Alert>;
  jobs: Job[];
  scheduled: ScheduledJob[];
  /** Looks once at everything. */
  evaluate(): Promise<void>;
  /** Looks every minute until told to stop; for processes with the role `scheduler`. */
  watch(): { stop(): Promise<void> };
}

export function createAlerts(deps: AlertsDeps): Alerts {
  const evaluate = createEvaluation(deps);
  return {
    list: (reader, query) => listAlerts(deps, reader, query),
    acknowledge: (reader, alertId) => acknowledgeAlert(deps, reader, alertId),
    jobs: [deliveryJob(deps)],
    scheduled: [{ name: "alerts.purge", cron: "50 3 * * *", run: () => purgeAlerts(deps) }],
    evaluate,
    watch: () => startWatch(evaluate, deps.log),
  };
}

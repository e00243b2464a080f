import type { Route } from "../../platform/http/route.ts";
import type { Job, ScheduledJob } from "../../platform/jobs/jobs.ts";
import { deliveryJob } from "./delivery-queue.ts";
import type { AlertsDeps } from "./deps.ts";
import { createEvaluation } from "./evaluate.ts";
import { purgeAlerts } from "./purge-alerts.ts";
import { alertRoutes } from "./routes.ts";
import { startWatch } from "./watch.ts";

/** What needs a person: found by rules, told to those on call, shown in the studio. */
export interface Alerts {
  routes: Route[];
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
    routes: alertRoutes(deps),
    jobs: [deliveryJob(deps)],
    scheduled: [{ name: "alerts.purge", cron: "50 3 * * *", run: () => purgeAlerts(deps) }],
    evaluate,
    watch: () => startWatch({ evaluate, log: deps.log }),
  };
}

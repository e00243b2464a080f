import { jobsContract as contract } from "../../../shared/operations/jobs-contract.ts";
import type { Database } from "../../platform/db/database.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Clock } from "../../platform/time/clock.ts";
import { retryJob } from "./retry-job.ts";
import { showJobs } from "./show-jobs.ts";

export function jobRoutes(deps: { db: Database; clock: Clock }): Route[] {
  return [
    route(contract.listJobs, ({ query }) => showJobs(deps.db, query.state)),
    route(contract.retryJob, ({ actor, params }) => retryJob(deps, actor, params.jobId)),
  ];
}

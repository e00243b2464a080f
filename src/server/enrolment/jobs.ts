import { type Job, job, type ScheduledJob } from "../platform/jobs/jobs.ts";
import type { EnrolmentDeps } from "./deps.ts";
import { expireOffers } from "./expire-offers.ts";
import { expireOffersJob } from "./fill-freed-seats.ts";
import { listWorkshopsWithOverdueOffers } from "./queries.ts";

/** Runs when an offer's time is up. */
export function enrolmentJobs(deps: EnrolmentDeps): Job[] {
  return [job<{ workshopId: string }>(expireOffersJob, ({ workshopId }) => expireOffers(deps, workshopId))];
}

/** Catches what a lost job would have left open. */
export function scheduledJobs(deps: EnrolmentDeps): ScheduledJob[] {
  const run = async () => {
    const ids = await listWorkshopsWithOverdueOffers(deps.db, deps.clock.now());
    for (const workshopId of ids) await expireOffers(deps, workshopId);
  };
  return [{ name: "enrolment.expireAllOffers", cron: "* * * * *", run }];
}

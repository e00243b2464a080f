import type { Catalogue } from "../catalogue/index.ts";
import type { Database } from "../platform/db/database.ts";
import type { EventBus } from "../platform/events/events.ts";
import type { Jobs } from "../platform/jobs/jobs.ts";
import type { FactCounts } from "../platform/metrics/fact-counts.ts";
import type { Clock } from "../platform/time/clock.ts";

/** What enrolment needs from the composition root. */
export interface EnrolmentDeps {
  db: Database;
  clock: Clock;
  events: EventBus;
  facts: FactCounts;
  jobs: Jobs;
  catalogue: Catalogue;
}

import type { Enrolment } from "../enrolment/index.ts";
import type { Cache } from "../platform/cache/cache.ts";
import type { Database } from "../platform/db/database.ts";
import type { EventBus } from "../platform/events/events.ts";
import type { FactCounts } from "../platform/metrics/fact-counts.ts";
import type { Clock } from "../platform/time/clock.ts";
import type { Questionnaires } from "../questionnaires/index.ts";

/** What responses need from the composition root. */
export interface ResponsesDeps {
  db: Database;
  clock: Clock;
  events: EventBus;
  facts: FactCounts;
  cache: Cache;
  questionnaires: Questionnaires;
  enrolment: Enrolment;
}

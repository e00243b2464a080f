import { createCatalogue } from "../catalogue/index.ts";
import { createEnrolment } from "../enrolment/index.ts";
import type { Person } from "../platform/authz/actor.ts";
import { createCache } from "../platform/cache/create-cache.ts";
import { createDatabase } from "../platform/db/database.ts";
import { createEventBus } from "../platform/events/events.ts";
import { jobs } from "../platform/jobs/queue.ts";
import { FactCounts } from "../platform/metrics/fact-counts.ts";
import { systemClock } from "../platform/time/clock.ts";

/** What the parent process sends: who enrols where. */
export interface StormOrder {
  url: string;
  workshopId: string;
  people: Person[];
}

/** What a process of its own answers: how each attempt ended. */
export type StormAnswer = string[];

/** One of several processes that serve the same site: enrols its people all at once, on a pool of its own. */
process.once("message", async ({ url, workshopId, people }: StormOrder) => {
  const db = createDatabase({ url });
  const base = {
    db,
    clock: systemClock,
    events: createEventBus(),
    jobs,
    cache: createCache(),
    facts: new FactCounts(),
  };
  const enrolment = createEnrolment({ ...base, catalogue: createCatalogue(base) });
  const attempts = people.map((person) => enrolment.enrol(person, { workshopId, isConfirmed: false }));
  const answers = (await Promise.allSettled(attempts)).map((attempt) =>
    attempt.status === "fulfilled" ? attempt.value.status : String(attempt.reason),
  );
  await db.close();
  process.send?.(answers satisfies StormAnswer, () => process.disconnect());
});
process.send?.("ready");

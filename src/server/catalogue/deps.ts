import type { Cache } from "../platform/cache/cache.ts";
import type { Database } from "../platform/db/database.ts";
import type { EventBus } from "../platform/events/events.ts";
import type { Clock } from "../platform/time/clock.ts";

/** What the catalogue needs from the composition root. */
export interface CatalogueDeps {
  db: Database;
  clock: Clock;
  events: EventBus;
  cache: Cache;
}

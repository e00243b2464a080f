import type { Cache } from "../platform/cache/cache.ts";
import type { Database } from "../platform/db/database.ts";
import type { EventBus } from "../platform/events/events.ts";
import type { Clock } from "../platform/time/clock.ts";
import type { Questionnaires } from "../questionnaires/index.ts";
import type { ReleaseComputer } from "./release-computer.ts";

/** What analysis needs from the composition root. */
export interface AnalysisDeps {
  db: Database;
  clock: Clock;
  events: EventBus;
  cache: Cache;
  /** Keys pseudonyms, the order of open answers, and which cells are hidden along with small ones. */
  appSecret: string;
  questionnaires: Questionnaires;
  computeRelease: ReleaseComputer;
}

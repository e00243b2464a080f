import type { Catalogue } from "../catalogue/index.ts";
import type { Cache } from "../platform/cache/cache.ts";
import type { Database } from "../platform/db/database.ts";
import type { Clock } from "../platform/time/clock.ts";

/** What questionnaires need from the composition root. */
export interface QuestionnairesDeps {
  db: Database;
  clock: Clock;
  cache: Cache;
  catalogue: Catalogue;
}

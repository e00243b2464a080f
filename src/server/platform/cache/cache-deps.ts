import type { Database } from "../db/database.ts";
import type { AroundLoad } from "../tracing/tracing.ts";

export interface CacheDeps {
  /** The most that the first tier holds; 64 unless given. */
  memoryMegabytes?: number;
  /** Where `invalidateByTag` tells the other processes; without it nobody else hears of it. */
  db?: Pick<Database, "run" | "many" | "maybe" | "one">;
  now?: () => number;
  /** Wraps every computation; nothing unless given. */
  aroundLoad?: AroundLoad | undefined;
}

export interface SharedCacheDeps extends CacheDeps {
  /** The database's address without a pooler between: there the cache hears what others change. */
  listenUrl: string;
  /** The second tier; none unless given. */
  redisUrl?: string | undefined;
  /**
   * Redis counts as failed when it takes longer. 100 unless given: the database answers a short read in a few
   * milliseconds.
   */
  redisAnswerWithinMs?: number;
  /** Names this build, so that two of them never share values in Redis. */
  build: string;
  report?: (error: unknown) => void;
}

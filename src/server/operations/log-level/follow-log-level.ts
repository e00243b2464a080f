import type { Cache } from "../../platform/cache/cache.ts";
import type { Database } from "../../platform/db/database.ts";
import { findKept } from "../../platform/kept-values/queries.ts";
import type { Log } from "../../platform/logging/log.ts";
import type { LogLevel } from "../../platform/logging/log-level.ts";
import type { Clock } from "../../platform/time/clock.ts";

/** A level other than that of the settings, and until when. */
export interface KeptLevel {
  level: string;
  until: string;
}

/** Under what it is kept. */
export const name = "log.level";
/** Dropped with each change, which every process of the installation hears. */
export const tag = "log-level";

export interface FollowDeps {
  db: Database;
  cache: Pick<Cache, "onInvalidated">;
  clock: Clock;
  log: Pick<Log, "warn">;
  logLevel: LogLevel;
}

/**
 * Keeps the level of this process' log at what is asked for the installation: now, so that a process that starts
 * meanwhile has it too, and after each change.
 */
export async function followLogLevel({ db, cache, clock, log, logLevel }: FollowDeps): Promise<void> {
  const look = async () => {
    try {
      const kept = await findKept<KeptLevel>(db, name);
      const leftMs = kept ? Date.parse(kept.until) - clock.now().getTime() : 0;
      if (kept && leftMs > 0) logLevel.change({ level: kept.level, forMs: leftMs });
      else logLevel.reset();
    } catch (error) {
      log.warn({ error }, "the level of the log could not be looked up; it stays as it is");
    }
  };
  cache.onInvalidated((tags) => {
    if (tags === "all" || tags.includes(tag)) void look();
  });
  await look();
}

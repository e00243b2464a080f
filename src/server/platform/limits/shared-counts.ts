import { RateLimiterRedis } from "rate-limiter-flexible";
import { connectRedis } from "../cache/redis-connection.ts";
import type { Log } from "../logging/log.ts";

/** Counts that all processes have in common. */
export interface SharedCounts {
  /** Counts one more; undefined while the store does not answer. Never rejects. */
  add(key: string): Promise<{ used: number; msLeft: number } | undefined>;
  close(): Promise<void>;
}

export interface SharedCountsOptions {
  redisUrl: string;
  windowSeconds: number;
  log: Pick<Log, "warn" | "info">;
}

/** No caller waits for the answer; it only must not pile up. */
const mostInFlight = 1_000;

/** Counts in Redis: one script per count, atomic and with the window's end. */
export function shareCounts({ redisUrl, windowSeconds, log }: SharedCountsOptions): SharedCounts {
  const redis = connectRedis(redisUrl);
  const counts = new RateLimiterRedis({
    storeClient: redis,
    rejectIfRedisNotReady: true,
    keyPrefix: "limits",
    points: Number.MAX_SAFE_INTEGER,
    duration: windowSeconds,
  });
  let inFlight = 0;
  let isAway = false;

  function say(nowAway: boolean): void {
    if (nowAway === isAway) return;
    isAway = nowAway;
    if (isAway) log.warn("Redis does not answer: limits count per process until it does");
    else log.info("Redis answers again: limits are shared");
  }

  return {
    async add(key) {
      if (inFlight >= mostInFlight) return undefined;
      inFlight += 1;
      try {
        const { consumedPoints, msBeforeNext } = await counts.penalty(key, 1);
        say(false);
        return { used: consumedPoints, msLeft: msBeforeNext };
      } catch {
        say(true);
        return undefined;
      } finally {
        inFlight -= 1;
      }
    },
    close: async () => redis.disconnect(),
  };
}

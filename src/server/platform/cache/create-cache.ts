import { warn } from "../db/connection.ts";
import type { Cache } from "./cache.ts";
import type { CacheDeps, SharedCacheDeps } from "./cache-deps.ts";
import type { RedisTier, RedisTierOptions } from "./redis-tier.ts";
import { TieredCache } from "./tiered-cache.ts";

/** Makes the cache of a process that is alone: its own memory. Other processes hear of its changes all the same. */
export function createCache(deps: CacheDeps = {}): Cache {
  return new TieredCache(deps);
}

/**
 * Makes the cache of one process among several and waits for its first attempt to listen. Until it listens, it answers
 * from the database.
 */
export async function openCache({
  redisAnswerWithinMs = 100,
  listenUrl,
  redisUrl,
  build,
  report = warn,
  ...deps
}: SharedCacheDeps): Promise<Cache> {
  const redis = redisUrl ? await redisAt(redisUrl, { answerWithinMs: redisAnswerWithinMs, build, report }) : undefined;
  const cache = new TieredCache(deps, { listenUrl, redis, build, report });
  await cache.start();
  return cache;
}

/** The driver is loaded only where there is a Redis: every start would wait for it. */
async function redisAt(url: string, options: Omit<RedisTierOptions, "url" | "onTrust">) {
  const { RedisTier } = await import("./redis-tier.ts");
  return (onTrust: RedisTierOptions["onTrust"]): RedisTier => new RedisTier({ ...options, url, onTrust });
}

import type { CacheStats, Counts } from "../cache/cache.ts";
import { counter, type Family, gauge, only, type Sample } from "./family.ts";

interface ReadyCounts {
  answered: number;
  entries: number;
  bytes: number;
}

/** The cache by tier and kind, and the answers that stand ready as bytes before it. */
export function cacheFamilies(stats: CacheStats, ready: ReadyCounts): Family[] {
  const { memory, redis } = stats;
  return [
    counter(
      {
        name: "workshopsai_cache_lookups_total",
        help: "What was asked of the cache: tier memory is the whole cache seen from the process, redis what was left to it, ready the answers sent before the framework",
      },
      lookups(stats, ready),
    ),
    counter(
      { name: "workshopsai_cache_loads_total", help: "Computations that the cache began, by kind" },
      perKind(stats.kinds, ({ loads }) => loads),
    ),
    counter(
      { name: "workshopsai_cache_load_errors_total", help: "Computations that failed, by kind" },
      perKind(stats.kinds, ({ errors }) => errors),
    ),
    gauge({ name: "workshopsai_cache_bytes", help: "Bytes kept in the memory of the processes, by tier and kind" }, [
      ...perKind(memory.kinds, ({ bytes }) => bytes, { tier: "memory" }),
      { labels: { tier: "ready", kind: "application" }, value: ready.bytes },
    ]),
    gauge({ name: "workshopsai_cache_entries", help: "Entries in the memory of the processes, by tier and kind" }, [
      ...perKind(memory.kinds, ({ entries }) => entries, { tier: "memory" }),
      { labels: { tier: "ready", kind: "application" }, value: ready.entries },
    ]),
    gauge({ name: "workshopsai_cache_max_bytes", help: "Room for values in memory" }, only(memory.maxBytes)),
    counter(
      { name: "workshopsai_cache_evictions_total", help: "Entries that had to go for want of room" },
      only(memory.evictions),
    ),
    counter(
      { name: "workshopsai_redis_errors_total", help: "Questions to Redis that failed; zero without Redis" },
      only(redis?.errors ?? 0),
    ),
    gauge(
      { name: "workshopsai_redis_open_circuits", help: "Processes that do not ask Redis at the moment" },
      only(redis && redis.circuit !== "closed" ? 1 : 0),
    ),
  ];
}

function lookups({ kinds, redis }: CacheStats, { answered }: ReadyCounts): Sample[] {
  const own = outcomes(kinds, { tier: "memory" }, ({ hits, stale, misses }: Counts) => ({
    hit: hits,
    stale,
    miss: misses,
  }));
  const shared = redis
    ? outcomes(redis.kinds, { tier: "redis" }, ({ hits, misses }) => ({ hit: hits, miss: misses }))
    : [];
  return [{ labels: { tier: "ready", kind: "application", outcome: "hit" }, value: answered }, ...own, ...shared];
}

function outcomes<Of>(
  kinds: Record<string, Of>,
  labels: { tier: string },
  of: (counts: Of) => Record<string, number>,
): Sample[] {
  return Object.entries(kinds).flatMap(([kind, counts]) =>
    Object.entries(of(counts)).map(([outcome, value]) => ({ labels: { ...labels, kind, outcome }, value })),
  );
}

function perKind<Of>(kinds: Record<string, Of>, of: (counts: Of) => number, labels = {}): Sample[] {
  return Object.entries(kinds).map(([kind, counts]) => ({ labels: { ...labels, kind }, value: of(counts) }));
}

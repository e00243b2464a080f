import { getHeapStatistics } from "node:v8";
import type { Readings } from "../../../shared/operations/readings.ts";
import type { Cache, Counts } from "../cache/cache.ts";
import type { Database } from "../db/database.ts";
import type { Company } from "../processes/ask-all.ts";
import type { Clock } from "../time/clock.ts";
import type { Counters } from "./counters.ts";
import { LoopDelay } from "./loop-delay.ts";
import { type ProcessFigures, readingsOf, type SharedFigures } from "./readings.ts";
import { rememberFigures } from "./shared-figures.ts";
import { rotateEveryMs, Window } from "./window.ts";

export interface MetricsDeps {
  counters: Counters;
  clock: Clock;
  company: Company;
  cache: Pick<Cache, "stats">;
  ready: { stats(): { answered: number; bytes: number } };
  db: Pick<Database, "pool">;
  /** Figures that stand in the database. */
  fetchShared(): Promise<SharedFigures>;
  report(error: unknown): void;
}

/** What the processes of this machine have counted. */
export interface Metrics {
  /** The last minute of all processes, added up. Cheap enough for every second; never fails for want of the database. */
  readings(): Promise<Readings>;
  /** Begins to move the window on and to watch the event loop: for processes that stay. */
  start(): void;
  stop(): void;
}

const topic = "metrics.figures";

export function createMetrics(deps: MetricsDeps): Metrics {
  const { company, clock } = deps;
  const window = new Window(() => totalsOf(deps));
  const loopDelay = new LoopDelay();
  const shared = rememberFigures(deps.fetchShared, deps.report);
  let rotating: NodeJS.Timeout | undefined;
  company.answer(topic, () => figuresOf(deps, window, loopDelay));
  return {
    async readings() {
      const [processes, figures] = await Promise.all([company.askAll<ProcessFigures>(topic), shared()]);
      return readingsOf(processes, figures, clock.now());
    },
    start() {
      loopDelay.start();
      rotating ??= setInterval(() => {
        window.rotate();
        loopDelay.rotate();
      }, rotateEveryMs).unref();
    },
    stop() {
      clearInterval(rotating);
      loopDelay.stop();
    },
  };
}

function totalsOf({ counters, cache, ready }: MetricsDeps) {
  const { answered } = ready.stats();
  const kinds: Counts[] = Object.values(cache.stats().kinds);
  const found = kinds.reduce((sum, { hits, stale }) => sum + hits + stale, answered);
  const { lane, pool, transaction } = counters.statements;
  return {
    requests: Array.from(counters.requests.times.buckets),
    errors: [counters.requests.errors],
    cacheFound: [found],
    cacheAsked: [kinds.reduce((sum, { misses }) => sum + misses, found)],
    statements: Array.from(
      lane.buckets,
      (count, at) => count + (pool.buckets[at] ?? 0) + (transaction.buckets[at] ?? 0),
    ),
  };
}

type Counted = ReturnType<typeof totalsOf>;

function figuresOf({ cache, ready, db }: MetricsDeps, window: Window<Counted>, loopDelay: LoopDelay): ProcessFigures {
  const { seconds, counts } = window.counted();
  const memory = process.memoryUsage();
  const { inUse, waiting, max } = db.pool;
  return {
    windowSeconds: seconds,
    requests: counts.requests,
    errors: counts.errors[0] ?? 0,
    cacheAsked: counts.cacheAsked[0] ?? 0,
    cacheFound: counts.cacheFound[0] ?? 0,
    cacheBytes: cache.stats().memory.bytes + ready.stats().bytes,
    statements: counts.statements,
    pool: { inUse, waiting, max },
    eventLoopP99Ms: loopDelay.p99Ms,
    heapBytes: memory.heapUsed,
    heapLimitBytes: getHeapStatistics().heap_size_limit,
    rssBytes: memory.rss,
  };
}

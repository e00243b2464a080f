import { getHeapStatistics } from "node:v8";
import type { Readings } from "../../../shared/operations/readings.ts";
import type { Cache, Counts } from "../cache/cache.ts";
import { productVersion } from "../config/product-version.ts";
import type { Database } from "../db/database.ts";
import type { Health } from "../health/health.ts";
import type { Company } from "../processes/ask-all.ts";
import type { Clock } from "../time/clock.ts";
import { cacheFamilies } from "./cache-families.ts";
import type { Counters } from "./counters.ts";
import type { Exposition } from "./exposition.ts";
import type { Family } from "./family.ts";
import { GcPauses } from "./gc-pauses.ts";
import { installationFamilies } from "./installation-families.ts";
import { mergeFamilies } from "./merge-families.ts";
import { counterFamilies, poolFamilies, processFamilies } from "./process-families.ts";
import { type ProcessFigures, readingsOf, type SharedFigures } from "./readings.ts";
import { rememberFigures } from "./shared-figures.ts";
import { rotateEveryMs, Window } from "./window.ts";

export interface MetricsDeps {
  counters: Counters;
  clock: Clock;
  company: Company;
  cache: Pick<Cache, "stats">;
  ready: { stats(): { answered: number; entries: number; bytes: number } };
  db: Pick<Database, "pool">;
  /** Figures that stand in the database. */
  fetchShared(): Promise<SharedFigures>;
  health: Pick<Health, "report">;
  report(error: unknown): void;
}

/** What the processes of this machine have counted. */
export interface Metrics {
  /** The last minute of all processes, added up. Cheap enough for every second; never fails for want of the database. */
  readings(): Promise<Readings>;
  /** Everything for Prometheus, of all processes, in the format that the `Accept` header asks for. */
  scrape(accept: string | undefined): Promise<Exposition>;
  /** Begins to move the window on and to watch the event loop: for processes that stay. */
  start(): void;
  stop(): void;
}

const topics = { figures: "metrics.figures", families: "metrics.families" };

export function createMetrics(deps: MetricsDeps): Metrics {
  const { company, clock, health, counters } = deps;
  const own = { window: new Window(() => totalsOf(deps)), gcPauses: new GcPauses() };
  const shared = rememberFigures(deps.fetchShared, deps.report);
  const version = productVersion();
  let runtime: Promise<() => Promise<Family[]>> | undefined;
  let rotating: NodeJS.Timeout | undefined;
  company.answer(topics.figures, () => figuresOf(deps, own));
  company.answer(topics.families, async () => [...familiesOf(deps, own), ...((await (await runtime)?.()) ?? [])]);

  async function readings(): Promise<Readings> {
    const [processes, figures] = await Promise.all([company.askAll<ProcessFigures>(topics.figures), shared()]);
    return readingsOf(processes, figures, clock.now());
  }

  return {
    readings,
    async scrape(accept) {
      const [now, processes] = await Promise.all([readings(), company.askAll<Family[]>(topics.families)]);
      const { missing } = company;
      const once = installationFamilies({ readings: now, health: health.report(), version, missing });
      const { expose } = await import("./exposition.ts");
      return expose(mergeFamilies([...processes, once]), accept);
    },
    start() {
      // Not needed before the process serves, so it is loaded meanwhile; should that fail, the process ends.
      runtime ??= import("./runtime-families.ts").then(({ watchRuntime }) => watchRuntime());
      counters.loopDelay.start();
      own.gcPauses.start();
      rotating ??= setInterval(() => {
        own.window.rotate();
        counters.loopDelay.rotate();
      }, rotateEveryMs).unref();
    },
    stop() {
      clearInterval(rotating);
      counters.loopDelay.stop();
      own.gcPauses.stop();
    },
  };
}

/** What only this process knows of itself. */
interface Own {
  window: Window<Counted>;
  gcPauses: GcPauses;
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

function familiesOf({ counters, cache, ready, db }: MetricsDeps, { gcPauses }: Own): Family[] {
  return [
    ...processFamilies(counters.loopDelay.p99Ms, getHeapStatistics().heap_size_limit),
    ...counterFamilies(counters),
    ...poolFamilies(db.pool),
    ...cacheFamilies(cache.stats(), ready.stats()),
    gcPauses.family(),
  ];
}

function figuresOf({ counters, cache, ready, db }: MetricsDeps, { window }: Own): ProcessFigures {
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
    eventLoopP99Ms: counters.loopDelay.p99Ms,
    heapBytes: memory.heapUsed,
    heapLimitBytes: getHeapStatistics().heap_size_limit,
    rssBytes: memory.rss,
  };
}

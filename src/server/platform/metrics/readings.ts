import type { Readings } from "../../../shared/operations/readings.ts";
import { percentileMs } from "./duration-counts.ts";

/** What one process has to say. Lists are buckets of durations, as `DurationCounts` has them. */
export interface ProcessFigures {
  windowSeconds: number;
  requests: number[];
  errors: number;
  cacheAsked: number;
  cacheFound: number;
  cacheBytes: number;
  statements: number[];
  pool: Readings["pool"];
  eventLoopP99Ms: number;
  heapBytes: number;
  heapLimitBytes: number;
  rssBytes: number;
}

/** What is the same whoever is asked, because it stands in the database. */
export interface SharedFigures {
  jobs: Readings["jobs"];
  loginSessions: number;
}

/** Adds up what the processes say. */
export function readingsOf(processes: readonly ProcessFigures[], shared: SharedFigures, at: Date): Readings {
  const sum = (of: (process: ProcessFigures) => number) => processes.reduce((total, each) => total + of(each), 0);
  const most = (of: (process: ProcessFigures) => number) => Math.max(0, ...processes.map(of));
  const requests = addedUp(processes.map((each) => each.requests));
  const statements = addedUp(processes.map((each) => each.statements));
  const count = requests.reduce((total, each) => total + each, 0);
  const asked = sum((each) => each.cacheAsked);
  return {
    at: at.toISOString(),
    windowSeconds: Math.max(
      0.001,
      most((each) => each.windowSeconds),
    ),
    processes: processes.length,
    requests: {
      // Each process by its own window: one that has just begun counts for what it does now.
      perSecond: sum((each) => total(each.requests) / each.windowSeconds),
      errorRate: count === 0 ? 0 : sum((each) => each.errors) / count,
      p50Ms: percentileMs(requests, 0.5),
      p95Ms: percentileMs(requests, 0.95),
      p99Ms: percentileMs(requests, 0.99),
    },
    cache: {
      hitRate: asked === 0 ? null : sum((each) => each.cacheFound) / asked,
      memoryBytes: sum((each) => each.cacheBytes),
    },
    database: { p95Ms: percentileMs(statements, 0.95) },
    pool: {
      inUse: sum((each) => each.pool.inUse),
      waiting: sum((each) => each.pool.waiting),
      max: sum((each) => each.pool.max),
    },
    jobs: shared.jobs,
    eventLoopP99Ms: most((each) => each.eventLoopP99Ms),
    heapBytes: sum((each) => each.heapBytes),
    heapLimitBytes: sum((each) => each.heapLimitBytes),
    rssBytes: sum((each) => each.rssBytes),
    loginSessions: shared.loginSessions,
  };
}

const total = (buckets: readonly number[]) => buckets.reduce((sum, count) => sum + count, 0);

function addedUp(lists: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length }, (_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0));
}

import { expect, test } from "vitest";
import { Readings } from "../../../shared/operations/readings.ts";
import { boundsMs, DurationCounts, percentileMs } from "./duration-counts.ts";
import { type ProcessFigures, readingsOf } from "./readings.ts";
import { Window } from "./window.ts";

function times(...milliseconds: number[]): number[] {
  const counts = new DurationCounts();
  for (const each of milliseconds) counts.add(each);
  return Array.from(counts.buckets);
}

const figures: ProcessFigures = {
  windowSeconds: 60,
  requests: times(...Array.from({ length: 120 }, () => 3)),
  errors: 0,
  cacheAsked: 100,
  cacheFound: 80,
  cacheBytes: 1_000,
  statements: times(0.3),
  pool: { inUse: 1, waiting: 0, max: 10 },
  eventLoopP99Ms: 2,
  heapBytes: 10,
  heapLimitBytes: 100,
  rssBytes: 50,
};
const shared = { jobs: { waiting: 3, failed: 1, oldestSeconds: 40 }, loginSessions: 7 };
const at = new Date("2027-01-15T09:00:00Z");

test("processes are added up, the event loop is that of the worst, and what stands in the database counts once", () => {
  const other = {
    ...figures,
    windowSeconds: 10,
    requests: times(...Array.from({ length: 40 }, () => 2_000)),
    errors: 8,
  };
  const readings = readingsOf([figures, { ...other, eventLoopP99Ms: 90 }], shared, at);
  expect(Readings.parse(readings)).toEqual(readings);
  expect(readings).toMatchObject({
    processes: 2,
    requests: { perSecond: 6, errorRate: 0.05 },
    cache: { hitRate: 0.8, memoryBytes: 2_000 },
    pool: { inUse: 2, waiting: 0, max: 20 },
    eventLoopP99Ms: 90,
    heapLimitBytes: 200,
    ...shared,
  });
  expect(readings.requests.p50Ms).toBeLessThan(5);
  expect(readings.requests.p95Ms).toBeGreaterThan(1_500);
});

test("without a request there is no percentile, no error and no hit rate", () => {
  const idle = { ...figures, requests: times(), statements: times(), cacheAsked: 0, cacheFound: 0 };
  const readings = readingsOf([idle], shared, at);
  expect(Readings.parse(readings)).toEqual(readings);
  expect(readings.requests).toEqual({ perSecond: 0, errorRate: 0, p50Ms: null, p95Ms: null, p99Ms: null });
  expect([readings.cache.hitRate, readings.database.p95Ms]).toEqual([null, null]);
});

test("a percentile lies within its bucket, a bound belongs to what it bounds, and nothing is beyond the last one", () => {
  expect(percentileMs(times(400, 400, 400), 0.95)).toBeLessThanOrEqual(400);
  expect(percentileMs(times(400.1), 0.95)).toBeGreaterThan(400);
  expect(percentileMs(times(1e9), 0.5)).toBe(boundsMs.at(-1));
});

test("the window is a minute: what was before has gone, what is within is there, and a young process has a short one", () => {
  let nowMs = 0;
  let count = 0;
  const window = new Window(
    () => ({ requests: [count] }),
    () => nowMs,
  );
  count = 5;
  nowMs = 2_000;
  expect(window.counted()).toEqual({ seconds: 2, counts: { requests: [5] } });
  for (; nowMs < 120_000; nowMs += 5_000) {
    window.rotate();
    count += 1;
  }
  const { seconds, counts } = window.counted();
  expect(seconds).toBeGreaterThanOrEqual(60);
  expect(seconds).toBeLessThanOrEqual(66);
  expect(counts.requests).toEqual([13]);
});

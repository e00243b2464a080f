import type { PoolState } from "../db/connection.ts";
import type { Counters } from "./counters.ts";
import { counter, type Family, gauge, histogram, only } from "./family.ts";
import type { RequestCounts } from "./request-counts.ts";

/** What one process has counted of requests, statements, jobs and facts. */
export function counterFamilies({ requests, statements, jobs, facts }: Counters): Family[] {
  return [
    ...requestFamilies(requests),
    histogram(
      {
        name: "workshopsai_statement_duration_seconds",
        help: "How long statements took, with their wait, by connection: the lane for short reads, the pool, a transaction's own",
      },
      Object.entries(statements).map(([connection, times]) => ({ labels: { connection }, times })),
    ),
    ...jobs.families(),
    ...facts.families(),
  ];
}

function requestFamilies(requests: RequestCounts): Family[] {
  const all = [...requests.series()];
  const byClass = new Map<string, number>(["2xx", "3xx", "4xx", "5xx"].map((name) => [name, 0]));
  for (const { statusClass, times } of all) {
    const count = times.buckets.reduce((sum, each) => sum + each, 0);
    byClass.set(statusClass, (byClass.get(statusClass) ?? 0) + count);
  }
  const count = [...byClass.values()].reduce((sum, each) => sum + each, 0);
  return [
    counter(
      {
        name: "workshopsai_requests_total",
        help: "Requests answered, by status class; without health checks and scrapes",
      },
      [...byClass].map(([status, value]) => ({ labels: { status }, value })),
    ),
    histogram(
      {
        name: "workshopsai_request_duration_seconds",
        help: "How long requests took to answer, by pattern of the route, method and status class",
      },
      all.map(({ route, method, statusClass: status, times, exemplars }) => ({
        labels: { route, method, status },
        times,
        exemplars,
      })),
    ),
    {
      name: "workshopsai_response_time_ms",
      help: "Response times in milliseconds; the quantiles are of the last minute",
      type: "summary",
      aggregator: "sum",
      values: [
        { labels: {}, metricName: "workshopsai_response_time_ms_sum", value: requests.times.sumMs },
        { labels: {}, metricName: "workshopsai_response_time_ms_count", value: count },
      ],
    },
  ];
}

export function poolFamilies({ inUse, idle, waiting, max }: PoolState): Family[] {
  return [
    gauge({ name: "workshopsai_pool_connections", help: "Connections of the pools by state" }, [
      { labels: { state: "in_use" }, value: inUse },
      { labels: { state: "idle" }, value: idle },
    ]),
    gauge({ name: "workshopsai_pool_waiting", help: "Callers who wait for a connection" }, only(waiting)),
    gauge({ name: "workshopsai_pool_max_connections", help: "The most connections of the pools" }, only(max)),
  ];
}

export function processFamilies(eventLoopP99Ms: number, heapLimitBytes: number): Family[] {
  return [
    gauge(
      {
        name: "workshopsai_event_loop_delay_seconds",
        help: "How late the event loop was in the last seconds, 99th percentile, of the process that does worst",
      },
      only(eventLoopP99Ms / 1000),
      "max",
    ),
    gauge({ name: "workshopsai_heap_limit_bytes", help: "Where the heaps must end" }, only(heapLimitBytes)),
    gauge(
      { name: "workshopsai_uptime_seconds", help: "Seconds since the process that has run longest was started" },
      only(process.uptime()),
      "max",
    ),
  ];
}

import type { HealthReport } from "../../../shared/operations/health.ts";
import type { Readings } from "../../../shared/operations/readings.ts";
import { counter, type Family, gauge, only } from "./family.ts";

export interface Installation {
  readings: Readings;
  health: HealthReport;
  version: string;
  /** Answers of other processes that did not come in time, since the start of the one that is asked. */
  missing: number;
}

const statusValues = { healthy: 1, degraded: 0.5, unhealthy: 0, off: undefined } as const;

/** What there is once, however many processes there are. */
export function installationFamilies({ readings, health, version, missing }: Installation): Family[] {
  const { requests, jobs } = readings;
  const quantiles = [
    [0.5, requests.p50Ms],
    [0.95, requests.p95Ms],
    [0.99, requests.p99Ms],
  ] as const;
  return [
    {
      name: "workshopsai_response_time_ms",
      help: "Response times in milliseconds; the quantiles are of the last minute",
      type: "summary",
      aggregator: "sum",
      values: quantiles.map(([quantile, value]) => ({ labels: { quantile }, value: value ?? Number.NaN })),
    },
    gauge(
      { name: "workshopsai_error_rate", help: "Share of answers of 500 and above in the last minute, from 0 to 1" },
      only(requests.errorRate),
    ),
    gauge({ name: "workshopsai_jobs_waiting", help: "Jobs that are due and not begun" }, only(jobs.waiting)),
    gauge({ name: "workshopsai_jobs_failed", help: "Jobs that were given up" }, only(jobs.failed)),
    gauge(
      { name: "workshopsai_jobs_oldest_seconds", help: "How long the first waiting job is due" },
      only(jobs.oldestSeconds),
    ),
    gauge(
      { name: "workshopsai_login_sessions_active", help: "Login sessions that are alive" },
      only(readings.loginSessions),
    ),
    gauge({ name: "workshopsai_processes", help: "Processes of this machine that answered" }, only(readings.processes)),
    counter(
      { name: "workshopsai_processes_missing_total", help: "Answers of processes that did not come in time" },
      only(missing),
    ),
    gauge(
      {
        name: "workshopsai_health",
        help: "Checks of the process that was asked: 1 healthy, 0.5 degraded, 0 unhealthy",
      },
      health.checks.flatMap(({ name, status }) => {
        const value = statusValues[status];
        return value === undefined ? [] : [{ labels: { check: name }, value }];
      }),
    ),
    gauge({ name: "workshopsai_build_info", help: "What runs" }, [
      { labels: { version, node: process.version }, value: 1 },
    ]),
  ];
}

import { expect, test } from "vitest";
import type { HealthCheck } from "../../../shared/operations/health.ts";
import type { Readings } from "../../../shared/operations/readings.ts";
import { loadSettings } from "../../platform/config/settings.ts";
import type { CertificateState } from "./certificate.ts";
import type { Finding } from "./finding.ts";
import { findBroken } from "./rules.ts";

const at = new Date("2027-01-15T09:00:00Z");
const settings = loadSettings({ APP_SECRET: "a secret that is only for tests, nothing else" });

const calm: Readings = {
  at: at.toISOString(),
  windowSeconds: 60,
  processes: 1,
  requests: { perSecond: 10, errorRate: 0, p50Ms: 5, p95Ms: 20, p99Ms: 50 },
  cache: { hitRate: 0.95, memoryBytes: 0 },
  database: { p95Ms: 1 },
  pool: { inUse: 1, waiting: 0, max: 10 },
  jobs: { waiting: 0, failed: 0, oldestSeconds: 0 },
  eventLoopP99Ms: 12,
  heapBytes: 50,
  heapLimitBytes: 100,
  rssBytes: 100,
  loginSessions: 3,
};

function check(name: string, given: Partial<HealthCheck> = {}): HealthCheck {
  const nothing = { responseMs: 1, checkedAt: at.toISOString(), changedAt: null, lastError: null };
  return { name, status: "healthy", figures: {}, ...nothing, ...given };
}

interface Seen {
  readings?: Partial<Readings> | null;
  checks?: HealthCheck[];
  certificate?: CertificateState;
}

function find({ readings = {}, checks = [], certificate }: Seen, given = settings): Finding[] {
  const health = { status: "healthy", checks } as const;
  return findBroken({ at, readings: readings && { ...calm, ...readings }, health, certificate }, given);
}

const requests = (given: Partial<Readings["requests"]>): Seen => ({
  readings: { requests: { ...calm.requests, ...given } },
});
const jobs = (given: Partial<Readings["jobs"]>): Seen => ({ readings: { jobs: { ...calm.jobs, ...given } } });
const megabyte = 1024 * 1024;
const disk = (freeBytes: number): Seen => ({ checks: [check("disk", { figures: { freeBytes } })] });
const aged = (name: string, ageSeconds: number): Seen => ({ checks: [check(name, { figures: { ageSeconds } })] });
const endsIn = (days: number): Seen => ({ certificate: { expiresAt: new Date(at.getTime() + days * 86_400_000) } });

test("where all is well nothing is found", () => {
  expect(find({ checks: [check("database"), check("redis", { status: "off" })], ...endsIn(60) })).toEqual([]);
});

/** On the threshold, beyond it, and where nobody should sleep. */
const rules: [string, Seen, Seen, Seen?][] = [
  ["response_time_p95", requests({ p95Ms: 400 }), requests({ p95Ms: 401 })],
  ["response_time_p99", requests({ p99Ms: 600 }), requests({ p99Ms: 601 })],
  ["error_rate", requests({ errorRate: 0.01 }), requests({ errorRate: 0.02 }), requests({ errorRate: 0.06 })],
  [
    "cache_hit_rate",
    { readings: { cache: { hitRate: 0.8, memoryBytes: 0 } } },
    { readings: { cache: { hitRate: 0.79, memoryBytes: 0 } } },
  ],
  [
    "pool_waiting",
    { readings: { pool: { inUse: 10, waiting: 4, max: 10 } } },
    { readings: { pool: { inUse: 10, waiting: 5, max: 10 } } },
  ],
  ["queue_age", jobs({ oldestSeconds: 299 }), jobs({ oldestSeconds: 300 }), jobs({ oldestSeconds: 1_800 })],
  ["failed_jobs", jobs({ failed: 0 }), jobs({ failed: 1 })],
  ["heap", { readings: { heapBytes: 85 } }, { readings: { heapBytes: 86 } }, { readings: { heapBytes: 96 } }],
  ["event_loop_delay", { readings: { eventLoopP99Ms: 200 } }, { readings: { eventLoopP99Ms: 201 } }],
  ["disk_free", disk(1_024 * megabyte), disk(1_023 * megabyte), disk(100 * megabyte)],
  ["backup_age", aged("backup", 26 * 3_600), aged("backup", 27 * 3_600), aged("backup", 80 * 3_600)],
  ["statistics_age", aged("statistics", 180 * 60), aged("statistics", 181 * 60)],
  ["certificate_expiry", endsIn(14), endsIn(13.9), endsIn(2)],
];

test.each(rules)("%s: not yet on its threshold, a warning beyond", (type, on, beyond, far) => {
  expect(find(on)).toEqual([]);
  expect(find(beyond)).toMatchObject([{ type, severity: "warning", threshold: expect.any(Number) }]);
  if (far) expect(find(far)).toMatchObject([{ type, severity: "critical" }]);
});

test("thresholds are settings", () => {
  expect(find(requests({ p95Ms: 401 }), { ...settings, ALERT_P95_MS: 500 })).toEqual([]);
  expect(
    find({ readings: { cache: { hitRate: 0, memoryBytes: 0 } } }, { ...settings, ALERT_HIT_RATE_PERCENT: 0 }),
  ).toEqual([]);
});

test("one slow request of one, or a failed one, wakes nobody", () => {
  const quiet = requests({ perSecond: 1 / 60, errorRate: 1, p95Ms: 9_000, p99Ms: 9_000 });
  expect(find(quiet)).toEqual([]);
  expect(find({ readings: { ...quiet.readings, cache: { hitRate: 0, memoryBytes: 0 } } })).toEqual([]);
});

test("a figure that is not there breaks no rule", () => {
  expect(find(requests({ p95Ms: null, p99Ms: null }))).toEqual([]);
  expect(find({ readings: { cache: { hitRate: null, memoryBytes: 0 } } })).toEqual([]);
  expect(find({ readings: { heapLimitBytes: 0 } })).toEqual([]);
  expect(find({ checks: [check("backup", { status: "off", figures: { ageSeconds: 1e9 } })] })).toEqual([]);
});

test("each check that fails is a finding of its own, worse for what nothing works without", () => {
  const checks = [
    check("database", { status: "unhealthy" }),
    check("replica-1", { status: "unhealthy" }),
    check("mail", { status: "degraded" }),
    check("redis", { status: "off" }),
  ];
  expect(find({ checks }).map(({ type, subject, severity }) => [type, subject, severity])).toEqual([
    ["health_check", "database", "critical"],
    ["health_check", "replica-1", "warning"],
    ["health_check", "mail", "warning"],
  ]);
});

test("what a check measures is left to the rule about it, unless that is silent where the check cries", () => {
  const diskCheck = (status: HealthCheck["status"], freeBytes: number) =>
    find({ checks: [check("disk", { status, figures: { freeBytes } })] }).map(({ type, severity }) => [type, severity]);
  expect(diskCheck("degraded", 5_000 * megabyte)).toEqual([]);
  expect(diskCheck("unhealthy", 100 * megabyte)).toEqual([["disk_free", "critical"]]);
  expect(diskCheck("unhealthy", 5_000 * megabyte)).toEqual([["health_check", "critical"]]);
  expect(find({ checks: [check("backup", { status: "degraded" })] })).toMatchObject([{ subject: "backup" }]);
});

test("that nothing can be measured, and that the certificate cannot be seen, are findings too", () => {
  expect(find({ readings: null })).toMatchObject([{ type: "readings_unavailable", severity: "warning" }]);
  expect(find({ certificate: { problem: "ECONNREFUSED" } })).toMatchObject([
    { type: "certificate_unreadable", severity: "info" },
  ]);
});

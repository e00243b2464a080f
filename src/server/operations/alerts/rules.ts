import type { AlertSeverity } from "../../../shared/operations/alerts.ts";
import type { HealthCheck, HealthReport } from "../../../shared/operations/health.ts";
import type { Readings } from "../../../shared/operations/readings.ts";
import type { CertificateState } from "./certificate.ts";
import type { AlertSettings } from "./deps.ts";
import { type AlertType, type Finding, severityRank } from "./finding.ts";

/** What the rules look at. */
export interface Observed {
  at: Date;
  /** Null when they could not be had. */
  readings: Readings | null;
  health: HealthReport;
  /** Undefined for an installation without https. */
  certificate?: CertificateState | undefined;
}

/** Every rule. Which ones are broken, each with its figure and threshold; how long that has to last is said in `timing.ts`. */
export function findBroken({ at, readings, health, certificate }: Observed, settings: AlertSettings): Finding[] {
  const ofReadings = readings ? [...ofRequests(readings, settings), ...ofProcess(readings, settings)] : [unreadable];
  const measured = [...ofReadings, ...ofFigures(health, settings)];
  return [
    ...measured,
    ...health.checks.flatMap((check) => ofCheck(check, measured)),
    ...ofCertificate(certificate, at, settings),
  ];
}

const unreadable = finding("readings_unavailable", "warning");

/** Figures over a window say something only when enough was asked in it. Only answers of 500 and above are errors. */
function ofRequests({ requests, windowSeconds, cache }: Readings, settings: AlertSettings): Finding[] {
  if (requests.perSecond * windowSeconds < settings.ALERT_MIN_REQUESTS) return [];
  const { ALERT_P95_MS, ALERT_P99_MS, ALERT_ERROR_PERCENT, ALERT_HIT_RATE_PERCENT } = settings;
  return [
    ...above("response_time_p95", requests.p95Ms, { threshold: ALERT_P95_MS }),
    ...above("response_time_p99", requests.p99Ms, { threshold: ALERT_P99_MS }),
    ...above("error_rate", percent(requests.errorRate), {
      threshold: ALERT_ERROR_PERCENT,
      criticalFrom: ALERT_ERROR_PERCENT * 5,
    }),
    ...below("cache_hit_rate", percent(cache.hitRate), { threshold: ALERT_HIT_RATE_PERCENT }),
  ];
}

function ofProcess({ pool, jobs, heapBytes, heapLimitBytes, eventLoopP99Ms }: Readings, settings: AlertSettings) {
  const { ALERT_POOL_WAITING, ALERT_QUEUE_AGE_SECONDS, ALERT_FAILED_JOBS, ALERT_HEAP_PERCENT } = settings;
  const heap = heapLimitBytes > 0 ? percent(heapBytes / heapLimitBytes) : null;
  return [
    ...from("pool_waiting", pool.waiting, { threshold: ALERT_POOL_WAITING }),
    ...from("queue_age", jobs.oldestSeconds, {
      threshold: ALERT_QUEUE_AGE_SECONDS,
      criticalFrom: ALERT_QUEUE_AGE_SECONDS * 6,
    }),
    ...from("failed_jobs", jobs.failed, { threshold: ALERT_FAILED_JOBS }),
    ...above("heap", heap, { threshold: ALERT_HEAP_PERCENT, criticalFrom: 95 }),
    ...above("event_loop_delay", eventLoopP99Ms, { threshold: settings.ALERT_EVENT_LOOP_MS }),
  ];
}

/** What the checks of health measured; each check says by itself when it cannot measure at all. */
function ofFigures({ checks }: HealthReport, settings: AlertSettings): Finding[] {
  const { ALERT_DISK_FREE_MB, ALERT_BACKUP_HOURS, ALERT_STATISTICS_MINUTES } = settings;
  const figure = (check: string, name: string, unit: number): number | null => {
    const value = checks.find((each) => each.name === check && each.status !== "off")?.figures[name];
    return value === undefined ? null : value / unit;
  };
  return [
    ...below("disk_free", figure("disk", "freeBytes", 1024 * 1024), {
      threshold: ALERT_DISK_FREE_MB,
      criticalFrom: ALERT_DISK_FREE_MB / 5,
    }),
    ...above("backup_age", figure("backup", "ageSeconds", 3_600), {
      threshold: ALERT_BACKUP_HOURS,
      criticalFrom: ALERT_BACKUP_HOURS * 3,
    }),
    ...above("statistics_age", figure("statistics", "ageSeconds", 60), { threshold: ALERT_STATISTICS_MINUTES }),
  ];
}

const dayMs = 24 * 60 * 60_000;

function ofCertificate(certificate: CertificateState | undefined, at: Date, settings: AlertSettings): Finding[] {
  if (certificate === undefined) return [];
  if (!("expiresAt" in certificate)) return [finding("certificate_unreadable", "info")];
  const daysLeft = (certificate.expiresAt.getTime() - at.getTime()) / dayMs;
  return below("certificate_expiry", daysLeft, { threshold: settings.ALERT_CERTIFICATE_DAYS, criticalFrom: 3 });
}

/** Without these nothing is served or nothing is done; the rest can wait for the morning. */
const vital = ["database", "jobs", "storage", "disk"];

/** Checks whose figures have a rule and a threshold of their own. */
const ruledBy: Record<string, AlertType> = {
  jobs: "queue_age",
  disk: "disk_free",
  heap: "heap",
  "event-loop": "event_loop_delay",
  statistics: "statistics_age",
  backup: "backup_age",
};

/** A check that fails or limps, unless the rule about its figures says so already and no less loudly. */
function ofCheck({ name, status, figures }: HealthCheck, measured: Finding[]): Finding[] {
  const rule = ruledBy[name];
  const isForItsRule = rule !== undefined && Object.keys(figures).length > 0;
  if (status !== "unhealthy" && (status !== "degraded" || isForItsRule)) return [];
  const severity = status === "unhealthy" && vital.includes(name) ? "critical" : "warning";
  const told = measured.find(({ type }) => type === rule);
  if (told && severityRank(told.severity) >= severityRank(severity)) return [];
  return [finding("health_check", severity, { subject: name })];
}

function finding(type: AlertType, severity: AlertSeverity, figures: Partial<Finding> = {}): Finding {
  return { type, subject: "", severity, value: null, threshold: null, ...figures };
}

interface Limits {
  threshold: number;
  /** From here on nobody should sleep. */
  criticalFrom?: number;
}

const above = (type: AlertType, value: number | null, limits: Limits) =>
  broken(type, value, { ...limits, isBeyond: (figure, limit) => figure > limit });
const from = (type: AlertType, value: number | null, limits: Limits) =>
  broken(type, value, { ...limits, isBeyond: (figure, limit) => figure >= limit });
const below = (type: AlertType, value: number | null, limits: Limits) =>
  broken(type, value, { ...limits, isBeyond: (figure, limit) => figure < limit });

interface Comparison extends Limits {
  isBeyond(figure: number, limit: number): boolean;
}

function broken(type: AlertType, value: number | null, { threshold, criticalFrom, isBeyond }: Comparison): Finding[] {
  if (value === null || !isBeyond(value, threshold)) return [];
  const isCritical = criticalFrom !== undefined && isBeyond(value, criticalFrom);
  return [finding(type, isCritical ? "critical" : "warning", { value: Math.round(value * 100) / 100, threshold })];
}

function percent(share: number): number;
function percent(share: number | null): number | null;
function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

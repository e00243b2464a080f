import type { Language } from "../../../../shared/kernel/locale.ts";
import type { Readings } from "../../../../shared/operations/readings.ts";
import { formatBytes, formatMilliseconds, formatNumber, formatPercent } from "../../../i18n/format.ts";
import type { operationsMessages } from "../../../i18n/operations.ts";
import type { RemedyName } from "../remedies.tsx";

type Words = (typeof operationsMessages)["en"]["panels"];

/** One figure over time, how it is written, and what helps when it is wrong. */
export interface Panel {
  key: string;
  title: keyof Words &
    ("requests" | "responseTime" | "errors" | "cache" | "database" | "pool" | "jobs" | "memory" | "loop" | "sessions");
  read(readings: Readings): number | null;
  /** A second curve, fainter. */
  readSecond?(readings: Readings): number | null;
  show(language: Language, value: number): string;
  /** What stands beside the figure. */
  beside?(language: Language, readings: Readings, words: Words): string | null;
  remedies: readonly RemedyName[];
  /** Rules whose alerts are about this figure. */
  alertTypes: readonly string[];
}

const time = formatMilliseconds;
const whole = (language: Language, value: number) => formatNumber(language, value, 0);
const share = (language: Language, value: number) => formatPercent(language, value, 1);

/** In the order in which somebody who was woken looks: is it slow, does it fail, what is it waiting for. */
export const panels: readonly Panel[] = [
  {
    key: "requests",
    title: "requests",
    read: ({ requests }) => requests.perSecond,
    show: (language, value) => formatNumber(language, value, 1),
    remedies: ["requests"],
    alertTypes: [],
  },
  {
    key: "response-time",
    title: "responseTime",
    read: ({ requests }) => requests.p95Ms,
    readSecond: ({ requests }) => requests.p99Ms,
    show: time,
    beside: (language, { requests }, words) =>
      requests.p99Ms === null ? null : words.p99(time(language, requests.p99Ms)),
    remedies: ["requests", "statements"],
    alertTypes: ["response_time_p95", "response_time_p99"],
  },
  {
    key: "errors",
    title: "errors",
    read: ({ requests }) => requests.errorRate,
    show: share,
    remedies: ["health", "requests"],
    alertTypes: ["error_rate"],
  },
  {
    key: "cache",
    title: "cache",
    read: ({ cache }) => cache.hitRate,
    show: share,
    beside: (language, { cache }) => formatBytes(language, cache.memoryBytes),
    remedies: ["cache"],
    alertTypes: ["cache_hit_rate"],
  },
  {
    key: "database",
    title: "database",
    read: ({ database }) => database.p95Ms,
    show: time,
    remedies: ["statements"],
    alertTypes: [],
  },
  {
    key: "pool",
    title: "pool",
    read: ({ pool }) => pool.inUse,
    readSecond: ({ pool }) => pool.waiting,
    show: whole,
    beside: (language, { pool }, words) =>
      `${words.poolOf(whole(language, pool.max))}, ${words.poolWaiting(whole(language, pool.waiting))}`,
    remedies: ["statements", "settings"],
    alertTypes: ["pool_waiting"],
  },
  {
    key: "jobs",
    title: "jobs",
    read: ({ jobs }) => jobs.waiting,
    readSecond: ({ jobs }) => jobs.failed,
    show: whole,
    beside: (language, { jobs }, words) => words.jobsFailed(whole(language, jobs.failed)),
    remedies: ["jobs"],
    alertTypes: ["queue_age", "failed_jobs"],
  },
  {
    key: "memory",
    title: "memory",
    read: ({ rssBytes }) => rssBytes,
    show: formatBytes,
    beside: (language, { heapLimitBytes }, words) => words.memoryOf(formatBytes(language, heapLimitBytes)),
    remedies: ["cache", "settings"],
    alertTypes: ["heap"],
  },
  {
    key: "loop",
    title: "loop",
    read: ({ eventLoopP99Ms }) => eventLoopP99Ms,
    show: time,
    remedies: ["requests"],
    alertTypes: ["event_loop_delay"],
  },
  {
    key: "sessions",
    title: "sessions",
    read: ({ loginSessions }) => loginSessions,
    show: whole,
    remedies: ["people"],
    alertTypes: [],
  },
];

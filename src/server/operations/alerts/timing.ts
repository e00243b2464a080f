import type { AlertType } from "./finding.ts";

/** How long a condition has to last before it is an alert, and to be gone before that is over. */
export interface Timing {
  pendingSeconds: number;
  resolveSeconds: number;
}

/** Figures over a window of requests swing: they have to stay. */
const swinging: Timing = { pendingSeconds: 180, resolveSeconds: 600 };
const slow: Timing = { pendingSeconds: 900, resolveSeconds: 900 };
/** Facts that do not come and go within minutes. */
const steady: Timing = { pendingSeconds: 0, resolveSeconds: 600 };

const timings: Record<AlertType, Timing> = {
  health_check: { pendingSeconds: 60, resolveSeconds: 300 },
  readings_unavailable: swinging,
  response_time_p95: swinging,
  response_time_p99: swinging,
  error_rate: { pendingSeconds: 120, resolveSeconds: 600 },
  cache_hit_rate: slow,
  pool_waiting: { pendingSeconds: 120, resolveSeconds: 600 },
  queue_age: { pendingSeconds: 60, resolveSeconds: 600 },
  failed_jobs: steady,
  heap: swinging,
  event_loop_delay: swinging,
  disk_free: steady,
  backup_age: steady,
  statistics_age: steady,
  certificate_expiry: steady,
  // The name server or a proxy may be away for an hour.
  certificate_unreadable: { pendingSeconds: 7_200, resolveSeconds: 600 },
};

/** The timing of a type; of one that an older version left in the table, that of any. */
export const timingOf = (type: string): Timing => timings[type as AlertType] ?? steady;

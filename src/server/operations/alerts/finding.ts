import { type AlertSeverity, alertSeverities } from "../../../shared/operations/alerts.ts";

/** Every kind of alert there is. */
export const alertTypes = [
  "health_check",
  "readings_unavailable",
  "response_time_p95",
  "response_time_p99",
  "error_rate",
  "cache_hit_rate",
  "pool_waiting",
  "queue_age",
  "failed_jobs",
  "heap",
  "event_loop_delay",
  "disk_free",
  "backup_age",
  "statistics_age",
  "certificate_expiry",
  "certificate_unreadable",
] as const;
export type AlertType = (typeof alertTypes)[number];

/** That a rule is broken right now. */
export interface Finding {
  type: AlertType;
  /** What it is about; empty where there is only one. */
  subject: string;
  severity: AlertSeverity;
  value: number | null;
  threshold: number | null;
}

export const severityRank = (severity: AlertSeverity): number => alertSeverities.indexOf(severity);

/** What makes two findings the same matter. */
export const matterOf = ({ type, subject }: { type: string; subject: string }): string => `${type} ${subject}`;

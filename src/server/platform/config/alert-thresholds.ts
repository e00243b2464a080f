import { about, wholeNumber } from "./setting.ts";

const threshold = (
  byDefault: number,
  { least = 1, most, description }: { least?: number; most: number; description: string },
) =>
  about(wholeNumber(least, most).prefault(String(byDefault)), {
    group: "Alerts",
    expects: `a whole number from ${least} to ${most}`,
    description,
  });

/** From which figure on somebody has to look. */
export const alertThresholds = {
  ALERT_MIN_REQUESTS: threshold(50, {
    most: 1_000_000,
    description: "Fewer requests than this in a window say nothing about response times, errors or the cache.",
  }),
  ALERT_P95_MS: threshold(400, {
    most: 600_000,
    description: "Alert when more than 5 of 100 answers take longer than so many milliseconds.",
  }),
  ALERT_P99_MS: threshold(600, {
    most: 600_000,
    description: "Alert when more than 1 of 100 answers takes longer than so many milliseconds.",
  }),
  ALERT_ERROR_PERCENT: threshold(1, {
    most: 100,
    description:
      "Alert when more of 100 requests fail by the server's fault (5xx only); critical from five times as many.",
  }),
  ALERT_HIT_RATE_PERCENT: threshold(80, {
    least: 0,
    most: 100,
    description: "Alert when the cache answers fewer of 100 questions; 0 never does.",
  }),
  ALERT_POOL_WAITING: threshold(5, {
    most: 100_000,
    description: "Alert when so many statements wait for a database connection.",
  }),
  ALERT_QUEUE_AGE_SECONDS: threshold(300, {
    most: 1_000_000,
    description: "Alert when a job has been due for so many seconds; critical from six times as many.",
  }),
  ALERT_FAILED_JOBS: threshold(1, {
    most: 1_000_000,
    description: "Alert when so many jobs have failed for good.",
  }),
  ALERT_HEAP_PERCENT: threshold(85, {
    most: 100,
    description: "Alert when more of 100 bytes of the heap's limit are in use; critical from 95.",
  }),
  ALERT_EVENT_LOOP_MS: threshold(200, {
    most: 600_000,
    description: "Alert when 1 of 100 turns of a process is late by more milliseconds.",
  }),
  ALERT_DISK_FREE_MB: threshold(1_024, {
    most: 1_000_000_000,
    description: "Alert when fewer megabytes are free under DATA_DIR; critical below a fifth of it.",
  }),
  ALERT_BACKUP_HOURS: threshold(26, {
    most: 100_000,
    description: "Alert when the newest backup is older than so many hours; critical from three times as many.",
  }),
  ALERT_STATISTICS_MINUTES: threshold(180, {
    most: 1_000_000,
    description: "Alert when the workshops' statistics are older than so many minutes.",
  }),
  ALERT_CERTIFICATE_DAYS: threshold(14, {
    most: 3_650,
    description: "Alert when the certificate of PUBLIC_URL ends within so many days; critical within 3.",
  }),
};

import type { AlertTexts } from "./texts.ts";

export const en: AlertTexts = {
  alerts: {
    health_check: ({ subject }) =>
      `The check “${subject}” fails. Its last error is shown under Operations, Health checks; “npm run cli -- doctor” says what to do.`,
    readings_unavailable: () =>
      "The product cannot measure itself, so most rules see nothing. The log says why; if it lasts, restart the process.",
    response_time_p95: ({ value, threshold }) =>
      `5 of 100 answers take longer than ${value} ms (limit ${threshold} ms). Look at the slow requests and slow queries first.`,
    response_time_p99: ({ value, threshold }) =>
      `1 of 100 answers takes longer than ${value} ms (limit ${threshold} ms). Look at the slow requests first.`,
    error_rate: ({ value, threshold }) =>
      `${value}% of requests fail by the server’s fault (limit ${threshold}%). The log holds each failure with its request id.`,
    cache_hit_rate: ({ value, threshold }) =>
      `The cache answers only ${value}% of questions (limit ${threshold}%). See whether Redis is there and whether the memory for it is too small.`,
    pool_waiting: ({ value, threshold }) =>
      `${value} statements wait for a database connection (limit ${threshold}). Look for slow queries before you raise DB_POOL_MAX.`,
    queue_age: ({ value, threshold }) =>
      `A job has been due for ${value} s (limit ${threshold} s). See whether a process with the role “worker” runs.`,
    failed_jobs: ({ value, threshold }) =>
      `Jobs that failed for good: ${value} (limit ${threshold}). Read why under Operations, Jobs, and run them again once that is mended.`,
    heap: ({ value, threshold }) =>
      `${value}% of the memory for objects is in use (limit ${threshold}%). Restart the processes one by one; if it comes back, lower CACHE_MEMORY_MB or give them more.`,
    event_loop_delay: ({ value, threshold }) =>
      `A process is late by ${value} ms at times (limit ${threshold} ms). It computes too much or the machine is too small: look at the load, then add processes.`,
    disk_free: ({ value, threshold }) =>
      `Only ${value} MB are free on the disk (limit ${threshold} MB). Remove old backups or mail files, or make the disk larger.`,
    backup_age: ({ value, threshold }) =>
      `The newest backup is ${value} hours old (limit ${threshold} hours). Make one now with “npm run cli -- backup” and read why the last one failed.`,
    statistics_age: ({ value, threshold }) =>
      `The statistics of workshops are ${value} minutes old (limit ${threshold}). Run “npm run cli -- statistics refresh”.`,
    certificate_expiry: ({ value, threshold }) =>
      `The certificate of the site ends in ${value} days (limit ${threshold}). Renew it and reload the proxy.`,
    certificate_unreadable: () =>
      "The certificate of the site cannot be read from here, so nobody will be told when it ends. See whether this machine reaches PUBLIC_URL.",
  },
  unknown: ({ subject, value, threshold }) => `${subject}: ${value} (limit ${threshold}).`,
  names: {
    health_check: "A health check fails",
    readings_unavailable: "No readings",
    response_time_p95: "Slow answers (P95)",
    response_time_p99: "Slow answers (P99)",
    error_rate: "Too many errors",
    cache_hit_rate: "The cache hits too little",
    pool_waiting: "Statements wait for the database",
    queue_age: "Jobs wait too long",
    failed_jobs: "Jobs have failed",
    heap: "Memory is short",
    event_loop_delay: "A process is late",
    disk_free: "The disk is filling up",
    backup_age: "The backup is old",
    statistics_age: "Statistics are old",
    certificate_expiry: "The certificate ends soon",
    certificate_unreadable: "The certificate cannot be read",
  },
  severities: { info: "info", warning: "warning", critical: "critical" },
  subjects: {
    raised: ({ severity, name }) => `[${severity}] ${name}`,
    escalated: ({ severity, name }) => `[now ${severity}] ${name}`,
    reminder: ({ severity, name }) => `[still ${severity}] ${name}`,
    resolved: ({ name }) => `[resolved] ${name}`,
    digest: ({ count }) => `[quiet hours] What happened meanwhile: ${count}`,
  },
  openings: {
    raised: "Something needs you.",
    escalated: "It has become worse.",
    reminder: "Nobody has acknowledged this yet.",
    resolved: "This is over.",
    digest: "While it was quiet, nothing critical happened beyond what you were told. This waited:",
  },
  over: "over",
  action: "Open the alerts",
  closing: "You get this message because ALERT_MAIL_TO names your address.",
};

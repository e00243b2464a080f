import { type Checked, healthChecks } from "./health-checks.ts";
import type { Identity } from "./identity/index.ts";
import type { Cache } from "./platform/cache/cache.ts";
import type { Settings } from "./platform/config/settings.ts";
import { createHealth, type Health } from "./platform/health/health.ts";
import type { Ready } from "./platform/http/ready.ts";
import type { OnJobRun } from "./platform/jobs/jobs.ts";
import { queueState } from "./platform/jobs/queries.ts";
import type { Log } from "./platform/logging/log.ts";
import type { Counters } from "./platform/metrics/counters.ts";
import { createMetrics, type Metrics } from "./platform/metrics/metrics.ts";
import type { Company } from "./platform/processes/ask-all.ts";
import type { Clock } from "./platform/time/clock.ts";

/** What the process knows of itself and of what it stands on. */
export interface Monitoring {
  metrics: Metrics;
  health: Health;
  /** Counts the jobs of this process. */
  onJobRun: OnJobRun;
  /** Begins to look at itself, for a process that stays. */
  start(): void;
  stop(): void;
}

interface MonitoringOptions {
  settings: Settings;
  clock: Clock;
  log: Log;
}

interface Monitored extends Checked {
  counters: Counters;
  company: Company;
  cache: Cache;
  ready: Ready;
  identity: Pick<Identity, "countLoginSessions">;
}

export function createMonitoring({ settings, clock, log }: MonitoringOptions, monitored: Monitored): Monitoring {
  const { db, identity } = monitored;
  const health = createHealth({ clock, checks: healthChecks({ settings, clock }, monitored) });
  const metrics = createMetrics({
    ...monitored,
    clock,
    fetchShared: async () => ({ jobs: await queueState(db.reads), loginSessions: await identity.countLoginSessions() }),
    health,
    report: (error) => log.warn({ error }, "figures from the database"),
  });
  return {
    metrics,
    health,
    onJobRun: (name, outcome, milliseconds) => monitored.counters.jobs.record(name, outcome, milliseconds),
    start() {
      metrics.start();
      health.start();
    },
    stop() {
      health.stop();
      metrics.stop();
    },
  };
}

import type { Identity } from "./identity/index.ts";
import type { Cache } from "./platform/cache/cache.ts";
import type { Settings } from "./platform/config/settings.ts";
import type { Database } from "./platform/db/database.ts";
import { createHealth, type Health } from "./platform/health/health.ts";
import type { Ready } from "./platform/http/ready.ts";
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
  /** Begins to look at itself, for a process that stays. */
  start(): void;
  stop(): void;
}

interface MonitoringOptions {
  settings: Settings;
  clock: Clock;
  log: Log;
}

interface Monitored {
  counters: Counters;
  company: Company;
  cache: Cache;
  ready: Ready;
  db: Database;
  identity: Pick<Identity, "countLoginSessions">;
}

export function createMonitoring({ clock, log }: MonitoringOptions, monitored: Monitored): Monitoring {
  const { db, identity } = monitored;
  const metrics = createMetrics({
    ...monitored,
    clock,
    fetchShared: async () => ({ jobs: await queueState(db.reads), loginSessions: await identity.countLoginSessions() }),
    report: (error) => log.warn({ error }, "figures from the database"),
  });
  const health = createHealth({ clock, checks: [] });
  return {
    metrics,
    health,
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

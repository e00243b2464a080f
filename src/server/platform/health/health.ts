import type { HealthReport } from "../../../shared/operations/health.ts";
import type { Clock } from "../time/clock.ts";
import { CheckRunner } from "./check-runner.ts";
import type { Check } from "./health-check.ts";

export interface HealthDeps {
  clock: Clock;
  checks: readonly Check[];
}

/** How the process and all that it stands on are. */
export interface Health {
  /** What the last round of every check has found. A check that has found nothing yet is left out. */
  report(): HealthReport;
  /** The same, after a first round where there was none yet. */
  latest(): Promise<HealthReport>;
  /** Runs every check that is not running, and returns when each has ended or its time is up. */
  checkNow(): Promise<HealthReport>;
  /**
   * Begins to check, each at its own pace: for processes that stay. The first round goes one after the other, so that a
   * start does not open a connection for each.
   */
  start(): void;
  stop(): void;
}

export function createHealth({ clock, checks }: HealthDeps): Health {
  const runners = checks.map((check) => new CheckRunner(check, clock));
  const report = (): HealthReport => {
    const found = runners.flatMap((runner) => runner.result ?? []);
    const has = (status: string) => found.some((check) => check.status === status);
    return { status: has("unhealthy") ? "unhealthy" : has("degraded") ? "degraded" : "healthy", checks: found };
  };
  const checkNow = async () => {
    await Promise.all(runners.map((runner) => runner.run()));
    return report();
  };
  let isStarted = false;
  const startEach = async () => {
    for (const runner of runners) {
      if (!isStarted) return;
      await runner.start();
    }
  };
  return {
    report,
    latest: async () => (runners.every(({ result }) => result) ? report() : checkNow()),
    checkNow,
    start() {
      if (isStarted) return;
      isStarted = true;
      void startEach();
    },
    stop() {
      isStarted = false;
      for (const runner of runners) runner.stop();
    },
  };
}

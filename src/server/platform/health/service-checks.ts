import type { QueueState } from "../jobs/queries.ts";
import type { Check } from "./health-check.ts";

type Ask = (() => Promise<unknown>) | undefined;

/** Without Redis each process has its own memory, and everything stays right. */
export function redisCheck(ping: Ask): Check {
  return answers({ name: "redis", timeoutMs: 2_000, everyMs: 10_000, whenFailed: "degraded" }, ping);
}

/** Mail waits in the queue while its server is away. */
export function mailCheck(verify: Ask): Check {
  return answers({ name: "mail", timeoutMs: 15_000, everyMs: 300_000, whenFailed: "degraded" }, verify);
}

function answers(check: Omit<Check, "run">, ask: Ask): Check {
  const run = async () => {
    await ask?.();
    return { status: "healthy" as const };
  };
  return { ...check, run: ask && run };
}

const oldestHealthySeconds = 300;

/** Whether somebody does the jobs, and whether any was given up. */
export function jobsCheck(queue: () => Promise<QueueState>): Check {
  return {
    ...{ name: "jobs", timeoutMs: 5_000, everyMs: 15_000, whenFailed: "unhealthy" },
    async run() {
      const { waiting, failed, oldestSeconds } = await queue();
      const figures = { waiting, failed, oldestSeconds: Math.round(oldestSeconds) };
      if (oldestSeconds > oldestHealthySeconds) {
        return { status: "degraded", reason: `a job is due for ${Math.round(oldestSeconds)} s`, figures };
      }
      if (failed > 0) return { status: "degraded", reason: `${failed} jobs were given up`, figures };
      return { status: "healthy", figures };
    },
  };
}

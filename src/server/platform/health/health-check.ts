import type { CheckStatus } from "../../../shared/operations/health.ts";

/** What a check found when nothing went wrong with checking. */
export interface Finding {
  status: Exclude<CheckStatus, "off">;
  /** Why it is not healthy. */
  reason?: string;
  /** With their units in the name, such as `ageSeconds`. */
  figures?: Record<string, number>;
}

/** One thing that is looked after. */
export interface Check {
  name: string;
  /** How long it may take; then it counts as failed. It is not begun again before it has ended. */
  timeoutMs: number;
  everyMs: number;
  /** What a failure means: `degraded` when the site goes on without it. */
  whenFailed: "degraded" | "unhealthy";
  /** Finds out how it is; a failure is told with its message. Undefined: there is nothing to check here. */
  run: (() => Promise<Finding> | Finding) | undefined;
}

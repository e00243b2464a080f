import type { Clock } from "../time/clock.ts";
import type { Check } from "./health-check.ts";

export interface AgedThing {
  name: string;
  clock: Clock;
  everyMs: number;
  /** Older than this is degraded. */
  mostAgeSeconds: number;
  /** When it was made last; undefined: never yet. */
  madeAt: (() => Promise<Date | undefined>) | undefined;
}

/** Whether something that is made again and again still is. What was never made counts from the start of the process. */
export function ageCheck({ name, clock, everyMs, mostAgeSeconds, madeAt }: AgedThing): Check {
  const startedAt = clock.now();
  const run = async () => {
    const at = (await madeAt?.()) ?? startedAt;
    const ageSeconds = Math.max(0, Math.round((clock.now().getTime() - at.getTime()) / 1000));
    const figures = { ageSeconds };
    if (ageSeconds <= mostAgeSeconds) return { status: "healthy" as const, figures };
    return { status: "degraded" as const, reason: `the last one is ${ageSeconds} s old`, figures };
  };
  return { name, timeoutMs: 5_000, everyMs, whenFailed: "degraded", run: madeAt && run };
}

import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "../../platform/logging/log.ts";

export interface WatchOptions {
  evaluate(): Promise<void>;
  log: Pick<Log, "error">;
  /** A minute unless given. */
  everyMs?: number;
}

/**
 * Looks again and again, never twice at a time. A loop and no job: it has to see a queue that stands still and a database
 * that is away.
 */
export function startWatch({ evaluate, log, everyMs = 60_000 }: WatchOptions): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async () => {
    for (;;) {
      await delay(everyMs, undefined, { ref: false, signal }).catch(() => undefined); // Told to stop.
      if (signal.aborted) return;
      await evaluate().catch((error: unknown) => log.error({ error }, "alerts could not be evaluated"));
    }
  };
  const ended = loop();
  return {
    stop() {
      stopping.abort();
      return ended;
    },
  };
}

import { setTimeout as delay } from "node:timers/promises";

interface Repeated<T> {
  look(): Promise<T>;
  everyMs: number;
}

/** Told what was seen; undefined when looking failed. */
export type Listener<T> = (seen: T | undefined) => void;

/**
 * Looks again and again while somebody listens, once for all of them and never twice at a time. Returns how to begin to
 * listen, which returns how to end it.
 */
export function repeatWhileHeard<T>({ look, everyMs }: Repeated<T>): (listener: Listener<T>) => () => void {
  const listeners = new Set<Listener<T>>();
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (listeners.size > 0) {
      const seen = await look().catch(() => undefined);
      for (const listener of listeners) listener(seen);
      await delay(everyMs, undefined, { ref: false });
    }
    isRunning = false;
  }

  return (listener) => {
    listeners.add(listener);
    if (!isRunning) void run();
    return () => listeners.delete(listener);
  };
}

import { setTimeout as delay } from "node:timers/promises";

interface Repeated<T> {
  look(): Promise<T>;
  everyMs: number;
  /** Told why looking failed, once for each time that it began to fail. */
  report(error: unknown): void;
}

/** Told what was seen; undefined when looking failed. */
export type Listener<T> = (seen: T | undefined) => void;

/**
 * Looks again and again while somebody listens, once for all of them and never twice at a time. Returns how to begin to
 * listen, which returns how to end it.
 */
export function repeatWhileHeard<T>({ look, everyMs, report }: Repeated<T>): (listener: Listener<T>) => () => void {
  const listeners = new Set<Listener<T>>();
  let isRunning = false;
  let isFailing = false;

  async function lookOnce(): Promise<T | undefined> {
    try {
      const seen = await look();
      isFailing = false;
      return seen;
    } catch (error) {
      if (!isFailing) report(error);
      isFailing = true;
      return undefined;
    }
  }

  async function run(): Promise<void> {
    isRunning = true;
    while (listeners.size > 0) {
      const seen = await lookOnce();
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

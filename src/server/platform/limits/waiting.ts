/** The keys of those who have to wait, and until when. Usually empty: then whoever asks need not even make the key. */
export interface Waiting {
  readonly isEmpty: boolean;
  readonly size: number;
  add(key: string, untilMs: number): void;
  /** When the wait ends; undefined when there is none. */
  until(key: string): number | undefined;
}

/** Never more keys than allowed; the one that has waited longest makes room. */
export function createWaiting({ maxKeys, now }: { maxKeys: number; now: () => number }): Waiting {
  const ends = new Map<string, number>();

  function forgetEnded(mostKept: number): void {
    for (const [oldest, untilMs] of ends) {
      if (ends.size <= mostKept && untilMs > now()) return;
      ends.delete(oldest);
    }
  }

  return {
    get isEmpty() {
      if (ends.size > 0) forgetEnded(maxKeys);
      return ends.size === 0;
    },
    get size() {
      return ends.size;
    },
    add(key, untilMs) {
      forgetEnded(maxKeys - 1);
      ends.set(key, untilMs);
    },
    until(key) {
      const untilMs = ends.get(key);
      return untilMs !== undefined && untilMs > now() ? untilMs : undefined;
    },
  };
}

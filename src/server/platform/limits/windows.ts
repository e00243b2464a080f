/** How much of a budget is used up, and when it starts anew. */
export interface Window {
  used: number;
  resetsAtMs: number;
}

/** Counts per key, in this process, never more keys than allowed. */
export interface Windows {
  /** Counts one more. */
  add(key: string, nowMs: number): Window;
  /** Takes over what other processes have counted as well. */
  raise(key: string, shared: Window): Window;
  has(key: string, nowMs: number): boolean;
  readonly size: number;
}

/**
 * All windows are equally long, so the order in which they began is the order in which they end: the oldest one, which
 * makes room when there are too many, is also the one that means least.
 */
export function createWindows({ windowMs, maxKeys }: { windowMs: number; maxKeys: number }): Windows {
  const windows = new Map<string, Window>();

  function dropOldest(nowMs: number): void {
    for (const [key, { resetsAtMs }] of windows) {
      if (resetsAtMs > nowMs && windows.size < maxKeys) return;
      windows.delete(key);
    }
  }

  function begin(key: string, window: Window, nowMs: number): Window {
    windows.delete(key);
    dropOldest(nowMs);
    windows.set(key, window);
    return window;
  }

  return {
    add(key, nowMs) {
      const window = windows.get(key);
      if (!window || window.resetsAtMs <= nowMs) return begin(key, { used: 1, resetsAtMs: nowMs + windowMs }, nowMs);
      window.used += 1;
      return window;
    },
    raise(key, shared) {
      const window = windows.get(key);
      if (!window) return shared;
      window.used = Math.max(window.used, shared.used);
      window.resetsAtMs = Math.min(window.resetsAtMs, shared.resetsAtMs);
      return window;
    },
    has(key, nowMs) {
      const window = windows.get(key);
      return window !== undefined && window.resetsAtMs > nowMs;
    },
    get size() {
      return windows.size;
    },
  };
}

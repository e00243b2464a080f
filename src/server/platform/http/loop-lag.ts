/** How late the event loop is. */
export interface LoopLag {
  /** Milliseconds, smoothed over the last few hundred. */
  readonly milliseconds: number;
  stop(): void;
}

const sampleEveryMs = 100;

/**
 * Watches how late a timer fires. Halving what is remembered with each sample keeps one pause of the collector from
 * counting as overload, and forgets a long one within a second.
 */
export function watchLoopLag(): LoopLag {
  let milliseconds = 0;
  let dueMs = performance.now() + sampleEveryMs;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    milliseconds = (milliseconds + Math.max(0, nowMs - dueMs)) / 2;
    dueMs = nowMs + sampleEveryMs;
  }, sampleEveryMs);
  timer.unref();
  return {
    get milliseconds() {
      return milliseconds;
    },
    stop: () => clearInterval(timer),
  };
}

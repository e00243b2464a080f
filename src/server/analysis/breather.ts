import { setImmediate as nextTurn } from "node:timers/promises";

/** To be awaited in long loops: lets others have a turn when this one has taken long enough. */
export type Breather = () => Promise<void> | undefined;

/** Long enough to be quick, short enough that nobody who asks meanwhile notices. */
const turnMs = 8;

export function createBreather(): Breather {
  let startedAt = performance.now();
  let calls = 0;
  return () => {
    // Asking for the time at every step would cost more than many a step.
    calls += 1;
    if (calls % 16 !== 0 || performance.now() - startedAt < turnMs) return undefined;
    return nextTurn().then(() => {
      startedAt = performance.now();
    });
  };
}

import { setImmediate as nextTurn } from "node:timers/promises";

/** To be awaited in long loops: lets others have a turn when this one has taken long enough. */
export interface Breather {
  (): Promise<void> | undefined;
  /** The same, for the start of a long step: looks at the time at once. */
  now(): Promise<void> | undefined;
}

/** Long enough to be quick, short enough that nobody who asks meanwhile notices. */
const turnMs = 8;
/** Asking for the time at every step would cost more than many a step. */
const stepsBetween = 8;

export function createBreather(): Breather {
  let startedAt = performance.now();
  let steps = 0;
  const now = () => {
    if (performance.now() - startedAt < turnMs) return undefined;
    return nextTurn().then(() => {
      startedAt = performance.now();
    });
  };
  return Object.assign(() => (++steps % stepsBetween === 0 ? now() : undefined), { now });
}

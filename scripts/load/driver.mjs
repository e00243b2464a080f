import { setTimeout as delay } from "node:timers/promises";

/**
 * Takes a journey's steps, each after the answer to the one before, and gives what they come to.
 * `think`: the range of pauses in seconds. `record(step, answer)` hears every request, `fail(step)` every check that does not hold.
 */
export async function takeSteps(steps, { client, think: [shortest, longest], signal, record, fail }) {
  let next = steps.next();
  while (!next.done) {
    const step = next.value;
    let outcome;
    if (step.step === "request") {
      outcome = await client.send(step);
      record?.(step, outcome);
    } else if (step.step === "check") {
      if (!step.holds) fail?.(step);
    } else {
      const seconds = step.seconds ?? shortest + Math.random() * (longest - shortest);
      // When the time is over nobody thinks any longer.
      await delay(seconds * 1000, undefined, { signal }).catch(() => undefined);
      if (signal?.aborted) return undefined;
    }
    next = steps.next(outcome);
  }
  return next.value;
}

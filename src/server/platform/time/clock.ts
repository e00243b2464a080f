/** What time it is; the only place the product asks. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock for tests that stands still until it is moved. */
export interface FixedClock extends Clock {
  /** Moves to an instant, such as `2027-01-15T09:00:00Z`. */
  set(iso: string): void;
  advance(ms: number): void;
}

export function fixedClock(iso: string): FixedClock {
  let at = instantOf(iso);
  return {
    now: () => new Date(at),
    set: (next) => {
      at = instantOf(next);
    },
    advance: (ms) => {
      at += ms;
    },
  };
}

function instantOf(iso: string): number {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${iso}`);
  return at;
}

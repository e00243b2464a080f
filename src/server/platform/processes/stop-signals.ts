import { isatty } from "node:tty";

/** What signals lead to. */
export interface OnSignals {
  /** Finishes what runs, then ends the process. */
  stop(signal: NodeJS.Signals): void;
  /** Ends the process now: somebody asked again. */
  stopAtOnce(): void;
  /** What SIGHUP means when no terminal was closed; without it SIGHUP stops, too. */
  renew?: () => void;
}

/** npm passes a Ctrl-C on to the process that the terminal has told already: that is no second one. */
const sameSignalWithinMs = 1_000;

/** Listens to SIGINT, SIGTERM and SIGHUP. */
export function listenToSignals({ stop, stopAtOnce, renew }: OnSignals): void {
  let first: { signal: NodeJS.Signals; at: number } | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (signal === "SIGHUP" && renew && !first) return renew();
    if (!first) {
      first = { signal, at: Date.now() };
      return stop(signal);
    }
    // The start script sends SIGTERM when npm is gone, which a Ctrl-C brings about: only a like one is impatience.
    const isLike = signal === first.signal || signal === "SIGINT";
    if (isLike && Date.now() - first.at > sameSignalWithinMs) stopAtOnce();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
}

/** Whether a terminal is open to this process, whose end is told by SIGHUP. */
export function hasTerminal(): boolean {
  return [0, 1, 2].some((descriptor) => isatty(descriptor));
}

import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";

const resolutionMs = 10;

/** How late the event loop was in the current and the last interval. */
export class LoopDelay {
  readonly #histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: resolutionMs });
  #lastP99Ms = 0;

  start(): void {
    this.#histogram.enable();
  }

  stop(): void {
    this.#histogram.disable();
  }

  /** Begins the next interval. */
  rotate(): void {
    this.#lastP99Ms = this.#p99Ms();
    this.#histogram.reset();
  }

  /** The 99th percentile in milliseconds, the worse one of the two intervals. */
  get p99Ms(): number {
    return Math.max(this.#lastP99Ms, this.#p99Ms());
  }

  /** The monitor counts its own pause between two looks as delay. */
  #p99Ms(): number {
    return this.#histogram.count === 0 ? 0 : Math.max(0, this.#histogram.percentile(99) / 1e6 - resolutionMs);
  }
}

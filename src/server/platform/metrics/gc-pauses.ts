import { constants, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { DurationCounts } from "./duration-counts.ts";
import { type Family, histogram } from "./family.ts";

const kindNames: Record<number, string> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: "major",
  [constants.NODE_PERFORMANCE_GC_MINOR]: "minor",
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: "incremental",
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: "weakcb",
};

/** Every pause of the garbage collector. The ready-made metric of prom-client counts one of those that come together. */
export class GcPauses {
  readonly #kinds = new Map<string, DurationCounts>();
  readonly #observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { duration, detail } = entry as PerformanceEntry & { detail: { kind: number } };
      const kind = kindNames[detail.kind] ?? "other";
      const times = this.#kinds.get(kind) ?? new DurationCounts();
      this.#kinds.set(kind, times);
      times.add(duration);
    }
  });

  start(): void {
    this.#observer.observe({ entryTypes: ["gc"] });
  }

  stop(): void {
    this.#observer.disconnect();
  }

  family(): Family {
    const about = { name: "workshopsai_gc_pause_seconds", help: "Pauses of the garbage collector by kind" };
    return histogram(
      about,
      [...this.#kinds].map(([kind, times]) => ({ labels: { kind }, times })),
    );
  }
}

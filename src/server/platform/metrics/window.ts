import { performance } from "node:perf_hooks";

/** Everything that a process has counted since its start, each list as long as the last time. */
export type Totals = Record<string, readonly number[]>;

interface Snapshot<Counted extends Totals> {
  atMs: number;
  totals: Counted;
}

export const rotateEveryMs = 5_000;
const windowMs = 60_000;

/** What was counted in the last minute; less while the process is younger. */
export class Window<Counted extends Totals> {
  readonly #count: () => Counted;
  readonly #nowMs: () => number;
  #snapshots: Snapshot<Counted>[];

  constructor(count: () => Counted, nowMs: () => number = () => performance.now()) {
    this.#count = count;
    this.#nowMs = nowMs;
    this.#snapshots = [{ atMs: nowMs(), totals: count() }];
  }

  /** To be called every `rotateEveryMs`. */
  rotate(): void {
    const atMs = this.#nowMs();
    this.#snapshots.push({ atMs, totals: this.#count() });
    const firstKept = this.#snapshots.findIndex((snapshot) => snapshot.atMs >= atMs - windowMs);
    this.#snapshots = this.#snapshots.slice(Math.max(0, firstKept));
  }

  counted(): { seconds: number; counts: Record<keyof Counted, number[]> } {
    const [oldest] = this.#snapshots as [Snapshot<Counted>];
    const now = this.#count();
    const since = ([name, values]: [string, readonly number[]]) => {
      const before = oldest.totals[name] ?? [];
      return [name, values.map((value, at) => value - (before[at] ?? 0))];
    };
    const counts = Object.fromEntries(Object.entries(now).map(since)) as Record<keyof Counted, number[]>;
    return { seconds: Math.max(0.001, (this.#nowMs() - oldest.atMs) / 1000), counts };
  }
}

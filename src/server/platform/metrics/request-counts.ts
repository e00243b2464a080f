import { DurationCounts } from "./duration-counts.ts";

/** One request that has been answered. */
export interface AnsweredRequest {
  method: string;
  status: number;
  milliseconds: number;
  /** Of the trace that the request belongs to, when it said so. */
  traceId?: string | undefined;
}

/** The last traced request of a bucket: a way from a slow bucket to one that was slow. */
export interface Exemplar {
  traceId: string;
  milliseconds: number;
  atMs: number;
}

export interface Series {
  route: string;
  method: string;
  statusClass: string;
  times: DurationCounts;
  exemplars: (Exemplar | undefined)[];
}

/** Requests that no route knows share one label: whoever asks for made-up addresses must not make up labels. */
const unknownRoute = "unknown";
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "other"];
const methodIndexes = new Map(methods.map((method, index) => [method, index]));
const otherMethod = methods.length - 1;
const classes = 6;

/** What was answered since the start, by route pattern, method and status class. */
export class RequestCounts {
  /** All of them. */
  readonly times = new DurationCounts();
  /** Answers of 500 and above. */
  errors = 0;
  readonly #routes = new Map<string, (Series | undefined)[]>();

  /** The hot path: one look into a map, then additions. */
  record(route: string | undefined, { method, status, milliseconds, traceId }: AnsweredRequest): void {
    const name = route ?? unknownRoute;
    let counts = this.#routes.get(name);
    if (counts === undefined) {
      counts = [];
      this.#routes.set(name, counts);
    }
    const statusClass = status >= 600 || status < 100 ? 0 : Math.trunc(status / 100);
    const at = (methodIndexes.get(method) ?? otherMethod) * classes + statusClass;
    const series = counts[at] ?? this.#newSeries(name, counts, at);
    const bucket = series.times.add(milliseconds);
    this.times.add(milliseconds);
    if (status >= 500) this.errors++;
    if (traceId !== undefined) series.exemplars[bucket] = { traceId, milliseconds, atMs: Date.now() };
  }

  /** Every series that has counted anything. */
  *series(): Generator<Series> {
    for (const counts of this.#routes.values()) for (const series of counts) if (series) yield series;
  }

  #newSeries(route: string, counts: (Series | undefined)[], at: number): Series {
    const method = methods[Math.trunc(at / classes)] as string;
    const statusClass = `${at % classes || "?"}xx`;
    const series = { route, method, statusClass, times: new DurationCounts(), exemplars: [] };
    counts[at] = series;
    return series;
  }
}

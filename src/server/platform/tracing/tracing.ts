import type { CacheKind } from "../cache/cache.ts";
import type { OnStatement } from "../db/connection.ts";
import type { TraceParent } from "./traceparent.ts";

/** A request that begins. */
export interface BegunRequest {
  method: string;
  /** Where it belongs in its caller's trace. */
  parent: TraceParent | undefined;
  /** By `performance.now()`; now unless given. */
  begunAt?: number;
}

/** The span of a request that runs. */
export interface RequestSpan {
  /** Undefined for a request of which nothing is sent. */
  readonly traceId: string | undefined;
  /** Runs the work so that what it asks of the database and the cache is shown below the request. */
  run(work: () => void): void;
  /** `route` is the pattern of the address; undefined when no route knows it. */
  end(answer: { route: string | undefined; status: number }): void;
}

/** Wraps what computes a value of the cache. */
export type AroundLoad = <T>(entry: { key: string; kind: CacheKind }, load: () => Promise<T>) => Promise<T>;

/**
 * Tells a collector what each request was made of. It knows routes, kinds and names of statements, never an address that
 * was asked for, a value, or who asked.
 */
export interface Tracing {
  begin(request: BegunRequest): RequestSpan;
  readonly onStatement: OnStatement;
  readonly aroundLoad: AroundLoad;
  /** Sends what is left, for a few seconds at most. */
  close(): Promise<void>;
}

import { AsyncLocalStorage } from "node:async_hooks";

/** Who reads: a request that may be answered by a replica. */
export interface ReadContext {
  /** What the reader wrote up to then must be seen, in milliseconds of the epoch; 0 for nothing. */
  ownWritesUntilMs: number;
}

/**
 * Entered by requests that only read, and only where there are replicas. Whatever runs outside of it (requests that
 * write, jobs, the start of the process) reads the primary.
 */
export const readContext = new AsyncLocalStorage<ReadContext>();

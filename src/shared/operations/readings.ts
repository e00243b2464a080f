import { z } from "zod";
import { Instant } from "../kernel/instant.ts";

const Milliseconds = z.number().min(0);
const Share = z.number().min(0).max(1);
const Count = z.number().min(0);

/**
 * What the processes on this machine did in the last window, added up. Percentiles come from histograms, null without a
 * request in the window. Only answers of 500 and above are errors.
 */
export const Readings = z.object({
  at: Instant,
  windowSeconds: z.number().positive(),
  processes: Count,
  requests: z.object({
    perSecond: Count,
    errorRate: Share,
    p50Ms: Milliseconds.nullable(),
    p95Ms: Milliseconds.nullable(),
    p99Ms: Milliseconds.nullable(),
  }),
  /** Of what was asked of the cache or stood ready; null when nothing was. */
  cache: z.object({ hitRate: Share.nullable(), memoryBytes: Count }),
  database: z.object({ p95Ms: Milliseconds.nullable() }),
  pool: z.object({ inUse: Count, waiting: Count, max: Count }),
  jobs: z.object({ waiting: Count, failed: Count, oldestSeconds: z.number().min(0) }),
  /** Of the process that does worst. */
  eventLoopP99Ms: Milliseconds,
  heapBytes: Count,
  heapLimitBytes: Count,
  rssBytes: Count,
  loginSessions: Count,
});
export type Readings = z.infer<typeof Readings>;

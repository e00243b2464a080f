import { randomUUID } from "node:crypto";
import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getHeapStatistics } from "node:v8";
import type { Check, Finding } from "./health-check.ts";

const gib = 1024 ** 3;
/** Of a large disk a small share is still much. */
const diskLimits = {
  degraded: { share: 0.1, bytes: 5 * gib },
  unhealthy: { share: 0.03, bytes: gib / 2 },
} as const;
const heapShares = { degraded: 0.85, unhealthy: 0.95 } as const;

/** Writes a small file for good and removes it again. */
export function storageCheck(folder: string): Check {
  return {
    ...{ name: "storage", timeoutMs: 5_000, everyMs: 30_000, whenFailed: "unhealthy" },
    async run() {
      await mkdir(folder, { recursive: true });
      const file = join(folder, `.health-${randomUUID()}`);
      try {
        await writeFile(file, "written by the health check\n", { flush: true });
      } finally {
        await rm(file, { force: true });
      }
      return { status: "healthy" };
    },
  };
}

/** How much room is left where the product keeps its files. */
export function diskCheck(folder: string): Check {
  return {
    ...{ name: "disk", timeoutMs: 5_000, everyMs: 30_000, whenFailed: "degraded" },
    async run() {
      const { bavail, blocks, bsize } = await statfs(folder);
      return diskFinding(bavail * bsize, blocks * bsize);
    },
  };
}

/** What so much free room means on a disk of that size. */
export function diskFinding(freeBytes: number, totalBytes: number): Finding {
  const figures = { freeBytes, totalBytes };
  const isBelow = ({ share, bytes }: { share: number; bytes: number }) =>
    freeBytes < Math.min(share * totalBytes, bytes);
  const reason = `${Math.round(freeBytes / 1024 ** 2)} MiB are free`;
  if (isBelow(diskLimits.unhealthy)) return { status: "unhealthy", reason, figures };
  if (isBelow(diskLimits.degraded)) return { status: "degraded", reason, figures };
  return { status: "healthy", figures };
}

/** Late enough to refuse requests is unhealthy, a fifth of it degraded. */
export function eventLoopCheck(loopDelay: { readonly p99Ms: number }, shedLagMs: number): Check {
  return {
    ...{ name: "event-loop", timeoutMs: 1_000, everyMs: 10_000, whenFailed: "degraded" },
    run() {
      const p99Ms = Math.round(loopDelay.p99Ms * 10) / 10;
      const reason = `the event loop is ${Math.round(p99Ms)} ms late`;
      if (p99Ms > shedLagMs) return { status: "unhealthy", reason, figures: { p99Ms } };
      if (p99Ms > shedLagMs / 5) return { status: "degraded", reason, figures: { p99Ms } };
      return { status: "healthy", figures: { p99Ms } };
    },
  };
}

/** How close the heap is to where the process would end. */
export function heapCheck(): Check {
  return {
    ...{ name: "heap", timeoutMs: 1_000, everyMs: 10_000, whenFailed: "degraded" },
    run() {
      const { used_heap_size: usedBytes, heap_size_limit: limitBytes } = getHeapStatistics();
      const share = usedBytes / limitBytes;
      const found = {
        figures: { usedBytes, limitBytes },
        reason: `${Math.round(share * 100)} % of the heap are in use`,
      };
      if (share > heapShares.unhealthy) return { status: "unhealthy", ...found };
      if (share > heapShares.degraded) return { status: "degraded", ...found };
      return { status: "healthy", figures: found.figures };
    },
  };
}

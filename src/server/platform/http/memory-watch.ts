import type { FastifyInstance } from "fastify";
import type { Log } from "../logging/log.ts";
import { maskedUrl } from "./masked-url.ts";

export interface MemoryWatchOptions {
  log: Pick<Log, "warn">;
  warnMegabytes: number;
  /** Bytes of heap in use. */
  heapUsed?: () => number;
  /** Milliseconds that only go forward. */
  elapsedMs?: () => number;
}

const lookEveryMs = 1_000;
const warnEveryMs = 60_000;
const bytesPerMegabyte = 1024 * 1024;

/** Warns when the heap is large, with what was being asked for at the moment. Looks once a second while there is traffic. */
export function watchMemory(server: FastifyInstance, options: MemoryWatchOptions): void {
  const {
    log,
    warnMegabytes,
    heapUsed = () => process.memoryUsage().heapUsed,
    elapsedMs = () => performance.now(),
  } = options;
  let nextLookMs = 0;
  server.addHook("onResponse", async (request) => {
    const nowMs = elapsedMs();
    if (nowMs < nextLookMs) return;
    const megabytes = heapUsed() / bytesPerMegabyte;
    const isHigh = megabytes > warnMegabytes;
    nextLookMs = nowMs + (isHigh ? warnEveryMs : lookEveryMs);
    if (isHigh) log.warn({ heapUsed: `${megabytes.toFixed(2)}MB`, url: maskedUrl(request) }, "high memory usage");
  });
}

import type { AppError } from "../../../shared/kernel/error.ts";
import type { Log } from "../logging/log.ts";
import { isOurFault } from "./problem.ts";

/** A request that failed, and what its caller is told. */
export interface FailedRequest {
  requestId: string;
  error: unknown;
  told: AppError;
}

/** While the database is away every request fails alike: one line in so long is enough. */
const everyMs = 10_000;

/**
 * Logs failures that are ours. Those for want of something that is away are counted in between: when it went and when it
 * came back is said where that is noticed, and each request has its own line with its status anyway.
 */
export function createFailureLog(log: Pick<Log, "error">, now = () => performance.now()) {
  let quietUntil = Number.NEGATIVE_INFINITY;
  let unlogged = 0;
  return ({ requestId, error, told }: FailedRequest): void => {
    if (!isOurFault(told)) return;
    if (told.code !== "unavailable") {
      log.error({ requestId, error }, "request failed");
      return;
    }
    if (now() < quietUntil) {
      unlogged += 1;
      return;
    }
    log.error({ requestId, error, alikeSinceLast: unlogged }, "request failed: something it needs is away");
    quietUntil = now() + everyMs;
    unlogged = 0;
  };
}

import { join } from "node:path";
import { AppError } from "../../shared/kernel/error.ts";
import { Thread } from "../platform/threads/thread.ts";
import { type ComputedRelease, computeRelease, type ReleaseTask } from "./compute-release.ts";

export type ReleaseComputer = (task: ReleaseTask) => Promise<ComputedRelease>;

/** Up to one page it is quicker to compute than to hand over. */
const pagesHere = 1;
/** Twenty times what 20,000 responses to twenty questions take. */
const maxMegabytes = 1_024;
const withinMs = 120_000;
const retryAfterSeconds = 30;

/**
 * Computes large releases in a thread of its own, so that requests do not wait behind them, and small ones at once. Node.js
 * cannot load TypeScript into a thread: run from its sources, the product computes all of them where it is.
 */
export function createReleaseComputer(): ReleaseComputer {
  if (import.meta.filename.endsWith(".ts")) return computeRelease;
  const thread = new Thread<ReleaseTask, ComputedRelease>({
    file: join(import.meta.dirname, "release-thread.cjs"),
    maxMegabytes,
  });
  return (task) => {
    if (task.pages.length <= pagesHere) return computeRelease(task);
    const signal = AbortSignal.timeout(withinMs);
    return thread.run(task, { moved: task.pages.map(({ buffer }) => buffer), signal }).catch((error: unknown) => {
      throw signal.aborted ? new AppError("unavailable", { retryAfterSeconds }) : error;
    });
  };
}

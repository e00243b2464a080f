import type { Result } from "./db.ts";
import { type LaneOptions, PipelinedLane } from "./lane.ts";
import type { Sql } from "./sql.ts";

/** The lanes of one server. Each is a process there, so that short reads may use more than one of its cores. */
export class PipelinedLanes {
  readonly #lanes: readonly PipelinedLane[];

  constructor(count: number, options: LaneOptions) {
    this.#lanes = Array.from({ length: count }, () => new PipelinedLane(options));
  }

  /** The answer of the lane with the least to do; nothing when the statement is to be run elsewhere. */
  execute(statement: Sql): Promise<Result | undefined> | undefined {
    let best: PipelinedLane | undefined;
    let isOpening = false;
    for (const lane of this.#lanes) {
      if (!lane.isConnected) {
        // One after the other, and only when all that are there have something to do.
        if (!isOpening) lane.open();
        isOpening = true;
      } else if (!lane.isHeldUp && (!best || lane.load < best.load)) best = lane;
      if (best?.load === 0) break;
    }
    return best?.execute(statement);
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }
}

import type { OnStatement, StatementWay } from "../db/connection.ts";
import { DurationCounts } from "./duration-counts.ts";
import { FactCounts } from "./fact-counts.ts";
import { JobCounts } from "./job-counts.ts";
import { LoopDelay } from "./loop-delay.ts";
import { RequestCounts } from "./request-counts.ts";

/** What the parts of a process count into. Made before them, because they are handed it. */
export interface Counters {
  readonly requests: RequestCounts;
  readonly statements: Record<StatementWay, DurationCounts>;
  readonly jobs: JobCounts;
  readonly facts: FactCounts;
  readonly loopDelay: LoopDelay;
  readonly countStatement: OnStatement;
}

export function createCounters(): Counters {
  const statements = { lane: new DurationCounts(), pool: new DurationCounts(), transaction: new DurationCounts() };
  return {
    requests: new RequestCounts(),
    statements,
    jobs: new JobCounts(),
    loopDelay: new LoopDelay(),
    facts: new FactCounts(),
    countStatement: ({ way, milliseconds }) => void statements[way].add(milliseconds),
  };
}

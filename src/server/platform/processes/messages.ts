import type { Leaving } from "../http/drain.ts";

/** What the first process says to those it started. Settings travel here and not on the command line, where all can read. */
export type Order<Task = unknown> = { kind: "begin"; task: Task } | { kind: "ping" } | ({ kind: "leave" } & Leaving);

/**
 * What they answer: `here` before they can hear anything. `isForeseen`: the reason is one line for the person at the
 * terminal.
 */
export type Report =
  | { kind: "here" }
  | { kind: "listening" }
  | { kind: "pong" }
  | { kind: "failed"; reason: string; isForeseen: boolean };

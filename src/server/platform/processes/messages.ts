import type { Leaving } from "../http/drain.ts";
import type { Answers } from "./ask-all.ts";

/** A question that one process puts to others; `id` tells to which an answer belongs. */
export interface Question {
  id: number;
  topic: string;
  question: unknown;
}

/** What the first process says to those it started. Settings travel here and not on the command line, where all can read. */
export type Order<Task = unknown> =
  | { kind: "begin"; task: Task }
  | { kind: "ping" }
  | ({ kind: "leave" } & Leaving)
  | ({ kind: "question" } & Question)
  | ({ kind: "answers"; id: number } & Answers);

/**
 * What they answer: `here` before they can hear anything. `isForeseen`: the reason is one line for the person at the
 * terminal. `askAll`: a question to all others.
 */
export type Report =
  | { kind: "here" }
  | { kind: "listening" }
  | { kind: "pong" }
  | { kind: "failed"; reason: string; isForeseen: boolean }
  | ({ kind: "askAll" } & Question)
  | { kind: "answer"; id: number; value: unknown; isFailure: boolean };

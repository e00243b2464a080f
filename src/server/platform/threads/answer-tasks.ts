import { parentPort } from "node:worker_threads";
import type { Outcome } from "./thread.ts";

/** For the script of a thread: does what it is asked to, and answers with the result or the error. */
export function answerTasks<Task, Result>(work: (task: Task) => Promise<Result>): void {
  parentPort?.on("message", async (task: Task) => {
    const outcome = await work(task).then(
      (result): Outcome<Result> => ({ result }),
      (error: unknown): Outcome<Result> => ({ error }),
    );
    parentPort?.postMessage(outcome);
  });
}

import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import type { Outcome } from "./thread.ts";

/** Where the processors are busy the thread gets about a tenth of what requests get; where they are not, as much as it can use. */
const niceness = 10;

/** For the script of a thread: does what it is asked to, and answers with the result or the error. */
export function answerTasks<Task, Result>(work: (task: Task) => Promise<Result>): void {
  giveWay();
  parentPort?.on("message", async (task: Task) => {
    const outcome = await work(task).then(
      (result): Outcome<Result> => ({ result }),
      (error: unknown): Outcome<Result> => ({ error }),
    );
    parentPort?.postMessage(outcome);
  });
}

/** On Linux a priority is that of the calling thread. Elsewhere it would be that of the whole process. */
function giveWay(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(niceness);
  } catch {
    // A container may forbid it: then requests and tasks share the processors evenly.
  }
}

import { type TransferListItem, Worker } from "node:worker_threads";

export interface ThreadOptions {
  /** A script that calls `answerTasks`. */
  file: string;
  /** The most that its values may take; a task that needs more fails, and nothing else does. */
  maxMegabytes: number;
  /** After so long without a task the thread ends, and its memory is free again. 30,000 unless given. */
  idleMs?: number;
}

export interface TaskOptions {
  /** Buffers in the task that are moved to the thread instead of being copied. */
  moved?: readonly TransferListItem[];
  signal?: AbortSignal;
}

/** How a thread answers. */
export type Outcome<Result> = { result: Result } | { error: unknown };

/**
 * A second thread for what takes long, so that requests need not wait behind it. One task at a time, in the order in which
 * they come; begun by the first task. Tasks and results are copied, so only data can be handed over; buffers that are moved
 * cost nothing and are gone here.
 */
export class Thread<Task, Result> {
  readonly #options: ThreadOptions;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** The result, or the error that the task threw. @throws the signal's reason once it is aborted; the task then runs no longer */
  run(task: Task, options: TaskOptions = {}): Promise<Result> {
    const turn = this.#last.then(() => this.#do(task, options));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #do(task: Task, { moved = [], signal }: TaskOptions): Promise<Result> {
    signal?.throwIfAborted();
    clearTimeout(this.#idle);
    const worker = this.#worker ?? this.#begin();
    return new Promise<Result>((resolve, reject) => {
      const abort = () => {
        void this.#end(worker);
        finish(() => reject(signal?.reason));
      };
      const fail = (error: unknown) => finish(() => reject(error));
      const answer = (outcome: Outcome<Result>) =>
        finish(() => ("error" in outcome ? reject(outcome.error) : resolve(outcome.result)));
      const exit = (code: number) => fail(new Error(`the thread ended with ${code} before its task`));
      const finish = (settle: () => void) => {
        signal?.removeEventListener("abort", abort);
        worker.off("message", answer).off("error", fail).off("exit", exit);
        this.#rest(worker);
        settle();
      };
      signal?.addEventListener("abort", abort, { once: true });
      worker.on("message", answer).on("error", fail).on("exit", exit);
      worker.postMessage(task, moved);
    });
  }

  #begin(): Worker {
    const { file, maxMegabytes } = this.#options;
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: maxMegabytes } });
    // What waits for a result keeps the process alive by itself; the thread alone must not.
    worker.unref();
    // One that fails says so to its task and then ends.
    worker.on("error", () => void this.#end(worker));
    worker.on("exit", () => void this.#end(worker));
    this.#worker = worker;
    return worker;
  }

  #rest(worker: Worker): void {
    this.#idle = setTimeout(() => void this.#end(worker), this.#options.idleMs ?? 30_000).unref();
  }

  async #end(worker: Worker): Promise<void> {
    if (this.#worker === worker) this.#worker = undefined;
    await worker.terminate();
  }
}

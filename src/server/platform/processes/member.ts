import type { Worker } from "node:cluster";
import { StartupError } from "../config/startup-error.ts";
import type { Leaving } from "../http/drain.ts";
import type { Answers } from "./ask-all.ts";
import { converse } from "./conversation.ts";
import type { Order, Report } from "./messages.ts";

/** One of several processes that do the same. */
export interface Member {
  readonly pid: number;
  /** Fulfilled once it serves. @throws {StartupError} its own reason, when that is for people; else an Error with how it ended */
  readonly listening: Promise<void>;
  /** How it ended, in words. */
  readonly ended: Promise<string>;
  /** Asks it to finish its requests and end; resolves when it has. One that does not is killed. */
  leave(leaving: Leaving): Promise<void>;
  /** What it answers. @throws {Error} when it does not, or not in time */
  ask(topic: string, question: unknown): Promise<unknown>;
  kill(): void;
}

export interface MemberOptions {
  task: unknown;
  /** A process that answers no ping for so long is killed. */
  silentMs: number;
  /** Told before it is killed for that. */
  onSilent(pid: number): void;
  /** Asks all others on its behalf. */
  askOthers(asking: Member, topic: string, question: unknown): Promise<Answers>;
}

const pingsUntilSilent = 4;
/** For pools and caches, after the last request. */
const closeWithinMs = 4_000;

/** Hands a freshly forked process its task and watches over it. */
export function employ(worker: Worker, { task, silentMs, onSilent, askOthers }: MemberOptions): Member {
  const pid = worker.process.pid ?? 0;
  const order = (message: Order) => {
    // A process that has just ended takes no messages; its end is told by its exit.
    if (worker.isConnected()) worker.send(message, () => undefined);
  };
  const kill = () => void worker.process.kill("SIGKILL");
  const { promise: ended, resolve: end } = promiseOf<string>();
  const { promise: listening, resolve: listen, reject: fail } = promiseOf<void>();
  // Nobody may wait for it any more when it fails.
  listening.catch(() => undefined);
  const conversation = converse({ order, askOthers: (topic, question) => askOthers(member, topic, question) });
  let isHere = false;
  let unanswered = 0;

  worker.on("message", (report: Report) => {
    unanswered = 0;
    if (report.kind === "here") {
      isHere = true;
      order({ kind: "begin", task });
    }
    if (report.kind === "listening") listen();
    conversation.hear(report);
    if (report.kind === "failed")
      fail(report.isForeseen ? new StartupError(report.reason) : new Error(`failed: ${report.reason}`));
  });
  // Pings are counted rather than time: this process may itself have been held up, or the machine asleep.
  const pinging = setInterval(() => {
    if (!isHere) return;
    if (unanswered >= pingsUntilSilent) {
      onSilent(pid);
      kill();
    }
    unanswered += 1;
    order({ kind: "ping" });
  }, silentMs / pingsUntilSilent);
  const finish = (how: string) => {
    clearInterval(pinging);
    fail(new Error(how));
    end(how);
  };
  worker.on("exit", (code, signal) => finish(signal ? `ended by ${signal}` : `ended with exit code ${code}`));
  worker.on("error", (error) => finish(error.message));

  const member: Member = {
    pid,
    listening,
    ended,
    kill,
    ask: conversation.ask,
    async leave(leaving) {
      if (!isHere) kill();
      order({ kind: "leave", ...leaving });
      const killing = setTimeout(kill, leaving.noticeMs + leaving.finishWithinMs + closeWithinMs);
      await ended;
      clearTimeout(killing);
    },
  };
  return member;
}

function promiseOf<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

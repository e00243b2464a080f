import { StartupError } from "../config/startup-error.ts";
import type { Leaving } from "../http/drain.ts";
import { type Answers, answerWithinMs, type Company, createCompany } from "./ask-all.ts";
import type { Order, Question, Report } from "./messages.ts";
import { OpenQuestions } from "./open-questions.ts";

/** What a process does for the one that started it. */
export interface Employment<Task> {
  /** Resolves when it serves. */
  begin(task: Task, company: Company): Promise<void>;
  /** Finishes its requests and closes everything. */
  leave(leaving: Leaving): Promise<void>;
}

/** The first process asks the others for as long; its answer takes a little longer. */
const relayedWithinMs = answerWithinMs * 1.5;

/** Does as the first process says, until told to leave. */
export function serveAsTold<Task>({ begin, leave }: Employment<Task>): void {
  // The terminal and service managers signal every process of the group; the first one tells what follows from it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
  const questions = new OpenQuestions<Answers>();
  const company = createCompany((topic, question) =>
    questions
      .ask((id) => void report({ kind: "askAll", id, topic, question }), relayedWithinMs)
      .catch(() => ({ values: [], missing: 1 })),
  );
  process.on("message", async (order: Order<Task>) => {
    if (order.kind === "ping") return report({ kind: "pong" });
    if (order.kind === "question") return report(await answerTo(company, order));
    if (order.kind === "answers") return questions.settle(order.id, order);
    try {
      if (order.kind === "begin") {
        await begin(order.task, company);
        return report({ kind: "listening" });
      }
      await leave(order);
      process.exit(0);
    } catch (error) {
      await giveUp(error);
    }
  });
  // What is sent before this module listens is lost.
  void report({ kind: "here" });
}

async function answerTo(company: Company, { id, topic, question }: Question): Promise<Report> {
  try {
    return { kind: "answer", id, value: await company.answerOf(topic, question), isFailure: false };
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
    return { kind: "answer", id, value: undefined, isFailure: true };
  }
}

async function giveUp(error: unknown): Promise<never> {
  const isForeseen = error instanceof StartupError;
  const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  if (!isForeseen) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  await report({ kind: "failed", reason, isForeseen });
  process.exit(1);
}

function report(message: Report): Promise<void> {
  return new Promise((resolve) => {
    // Without the first process there is nobody to tell; Node ends this one then.
    if (process.connected) process.send?.(message, undefined, undefined, () => resolve());
    else resolve();
  });
}

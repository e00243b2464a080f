import { type Answers, answerWithinMs } from "./ask-all.ts";
import type { Order, Report } from "./messages.ts";
import { OpenQuestions } from "./open-questions.ts";

/** Questions and answers between the first process and one that it started. */
export interface Conversation {
  /** What the other process answers. @throws {Error} when it does not, or not in time */
  ask(topic: string, question: unknown): Promise<unknown>;
  hear(report: Report): void;
}

interface ConversationOptions {
  order(message: Order): void;
  askOthers(topic: string, question: unknown): Promise<Answers>;
}

export function converse({ order, askOthers }: ConversationOptions): Conversation {
  const questions = new OpenQuestions<unknown>();
  return {
    ask: (topic, question) => questions.ask((id) => order({ kind: "question", id, topic, question }), answerWithinMs),
    hear(report) {
      if (report.kind === "answer") {
        if (report.isFailure) questions.fail(report.id);
        else questions.settle(report.id, report.value);
      }
      if (report.kind === "askAll") {
        const { id, topic, question } = report;
        void askOthers(topic, question).then((answers) => order({ kind: "answers", id, ...answers }));
      }
    },
  };
}

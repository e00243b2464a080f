import { within } from "../cache/within.ts";

/** Answers a question for one process. What it gives must survive the channel between processes: plain values. */
export type Answerer = (question: unknown) => unknown;

/** What came of asking others: their answers, and how many gave none in time. */
export interface Answers {
  values: unknown[];
  missing: number;
}

/** The same, of a kind that the asking one knows. */
export interface AnswersOf<T> extends Answers {
  values: T[];
}

/** The processes of this machine that serve together, as one of them sees them. */
export interface Company {
  /** What every one of them answers, the asking one too. Whoever does not answer in time is left out and counted. */
  askAll<T>(topic: string, question?: unknown): Promise<T[]>;
  /** The same, with how many did not answer this time. */
  ask<T>(topic: string, question?: unknown): Promise<AnswersOf<T>>;
  /** Says how this process answers such questions. */
  answer(topic: string, answerer: Answerer): void;
  /** What this process answers. Undefined for a topic that it does not know. */
  answerOf(topic: string, question: unknown): Promise<unknown>;
  /** Answers that did not come in time, since the start. */
  readonly missing: number;
}

/** The time that a process has for its answer: long for a look at its own figures, short for whoever waits. */
export const answerWithinMs = 1_000;

/** Asks the others; without it a process is alone. */
export type AskOthers = (topic: string, question: unknown) => Promise<Answers>;

export function createCompany(askOthers?: AskOthers): Company {
  const answerers = new Map<string, Answerer>();
  let missing = 0;
  const answerOf = async (topic: string, question: unknown) => answerers.get(topic)?.(question);
  async function ask<T>(topic: string, question?: unknown) {
    const [own, others] = await Promise.all([
      answerOf(topic, question),
      askOthers?.(topic, question) ?? { values: [], missing: 0 },
    ]);
    missing += others.missing;
    const values = [own, ...others.values].filter((value) => value !== undefined) as T[];
    return { values, missing: others.missing };
  }
  return {
    ask,
    askAll: async <T>(topic: string, question?: unknown) => (await ask<T>(topic, question)).values,
    answer: (topic, answerer) => void answerers.set(topic, answerer),
    answerOf,
    get missing() {
      return missing;
    },
  };
}

/** The answers that come in time; one that fails or is late counts as missing. */
export async function gather(asked: readonly Promise<unknown>[], withinMs = answerWithinMs): Promise<Answers> {
  const settled = await Promise.allSettled(asked.map((answer) => within(withinMs, answer)));
  const values = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  return { values, missing: settled.length - values.length };
}

import { setTimeout as delay } from "node:timers/promises";

export interface Answer {
  status: number;
  milliseconds: number;
  retryAfter: string | null;
}

/** People who ask one thing after another, each with a short pause, until stopped. */
export function startTraffic(people: (() => Promise<Response>)[], { pauseMs }: { pauseMs: number }) {
  const answers: Answer[] = [];
  let isStopped = false;
  /** How many answers in a row were good. */
  let well = 0;
  const ask = async (send: () => Promise<Response>) => {
    while (!isStopped) {
      const startedAt = performance.now();
      const response = await send();
      await response.arrayBuffer();
      const milliseconds = performance.now() - startedAt;
      answers.push({ status: response.status, milliseconds, retryAfter: response.headers.get("retry-after") });
      well = response.ok ? well + 1 : 0;
      await delay(pauseMs);
    }
  };
  const running = Promise.all(people.map(ask));
  const until = async (isReached: () => boolean, withinMs: number) => {
    const deadline = performance.now() + withinMs;
    while (!isReached()) {
      if (performance.now() > deadline) {
        isStopped = true;
        throw new Error(`not reached: ${JSON.stringify(answers.slice(-5))}`);
      }
      await delay(10);
    }
  };
  return {
    untilAnswered: (count: number) => until(() => answers.length >= count, 10_000),
    /** Until everybody was answered well three times in a row. */
    untilAllWell: async (withinMs: number) => {
      well = 0;
      await until(() => well >= 3 * people.length, withinMs);
    },
    stop: async () => {
      isStopped = true;
      await running;
      return answers;
    },
  };
}

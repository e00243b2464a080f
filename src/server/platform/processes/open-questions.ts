import { within } from "../cache/within.ts";

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** Questions that were sent through a channel and wait for their answer. */
export class OpenQuestions<Answer> {
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #lastId = 0;

  /** The answer to what `send` sends. @throws {Error} when none comes in time, or the other process could not answer */
  async ask(send: (id: number) => void, withinMs: number): Promise<Answer> {
    const id = ++this.#lastId;
    const answer = new Promise<Answer>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    try {
      send(id);
      return await within(withinMs, answer);
    } finally {
      this.#waiting.delete(id);
    }
  }

  settle(id: number, answer: Answer): void {
    this.#waiting.get(id)?.resolve(answer);
  }

  fail(id: number): void {
    this.#waiting.get(id)?.reject(new Error("the process could not answer"));
  }
}

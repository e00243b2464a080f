import { setTimeout as delay } from "node:timers/promises";
import { isConnectionFailure, unavailable } from "./errors.ts";

/** Whether the server can be reached, as far as this process knows. */
export interface Availability {
  readonly isUp: boolean;
  /** Since when it is so. */
  readonly since: Date;
  /** Why it is down. */
  readonly reason: string | undefined;
}

export interface WatchOptions {
  /** Connects, asks and disconnects. Fails when the server does not answer or does not take writes. */
  probe: () => Promise<void>;
  onChange?: ((availability: Availability) => void) | undefined;
}

/** One piece of work that waits for the server; abandoned once its caller was told that the server is away. */
export interface Ticket {
  readonly isAbandoned: boolean;
}

interface Running extends Ticket {
  isAbandoned: boolean;
  startedAt: number;
  reject: (error: unknown) => void;
}

/** Work that waits longer than this while nothing else is answered makes the server suspect. */
const patienceMs = 600;
const lookEveryMs = 200;
const probeAgainAfterMs = 250;
/**
 * How long a probe may be silent. Turns that came late do not count: a process or a machine that is too busy itself must
 * not take the server for dead. Once the server is down a probe may take longer, so that a slow one can come back.
 */
const turnMs = 250;
const lateMs = 60;
const silentTurns = { whileUp: 8, whileDown: 12 } as const;
const mostTurnsAsMany = 3;

/**
 * Knows whether the server is there. A failed connection, or silence, sends one probe; when that fails too the server
 * is down: whatever waits for it fails at once and so does whatever comes, until a probe succeeds.
 */
export class ServerWatch {
  readonly #options: WatchOptions;
  readonly #running = new Set<Running>();
  readonly #lostListeners = new Set<() => void>();
  #availability: Availability = { isUp: true, since: new Date(), reason: undefined };
  #lastAnswerAt = 0;
  #checking: Promise<void> | undefined;
  #looking: NodeJS.Timeout | undefined;
  #next: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  get availability(): Availability {
    return this.#availability;
  }

  /** Calls the listener whenever the server is lost, so that connections to it can be thrown away. */
  onLost(listener: () => void): () => void {
    this.#lostListeners.add(listener);
    return () => this.#lostListeners.delete(listener);
  }

  /** Does the work unless the server is down, and gives up on it when it goes down. @throws {AppError} unavailable */
  run<T>(work: (ticket: Ticket) => Promise<T>): Promise<T> {
    if (!this.#availability.isUp) return Promise.reject(this.#failure());
    return new Promise<T>((resolve, reject) => {
      const running: Running = { isAbandoned: false, startedAt: performance.now(), reject };
      this.#running.add(running);
      this.#looking ??= setInterval(() => this.#look(), lookEveryMs).unref();
      work(running).then(
        (answer) => {
          this.#running.delete(running);
          this.#lastAnswerAt = performance.now();
          resolve(answer);
        },
        (error: unknown) => {
          this.#running.delete(running);
          if (!isConnectionFailure(error)) this.#lastAnswerAt = performance.now();
          reject(error);
        },
      );
    });
  }

  /** After a failure: returns when the server is there all the same. @throws {AppError} unavailable */
  async confirm(error: unknown): Promise<void> {
    if (!this.#availability.isUp) throw this.#failure(error);
    await this.suspect();
    if (!this.#availability.isUp) throw this.#failure(error);
  }

  /** Looks whether the server is there. Never fails. */
  suspect(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#checking ??= this.#check().finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#looking);
    clearTimeout(this.#next);
  }

  #look(): void {
    if (this.#running.size === 0) {
      clearInterval(this.#looking);
      this.#looking = undefined;
      return;
    }
    const silentSince = performance.now() - patienceMs;
    const [oldest] = this.#running;
    if (oldest && oldest.startedAt < silentSince && this.#lastAnswerAt < silentSince) void this.suspect();
  }

  async #check(): Promise<void> {
    const startedAt = performance.now();
    try {
      const turns = this.#availability.isUp ? silentTurns.whileUp : silentTurns.whileDown;
      await inTurns(this.#options.probe(), turns);
      this.#lastAnswerAt = performance.now();
      this.#becomes(true);
    } catch (error) {
      const isSilence = error instanceof Silence;
      // Answers that came meanwhile on other connections are as good as the probe's.
      if (isSilence && this.#lastAnswerAt > startedAt) return;
      this.#becomes(false, error instanceof Error ? error.message : String(error));
    }
  }

  #becomes(isUp: boolean, reason?: string): void {
    if (this.#isClosed) return;
    if (!isUp) this.#next = setTimeout(() => void this.suspect(), probeAgainAfterMs).unref();
    const { isUp: wasUp, since } = this.#availability;
    this.#availability = { isUp, since: isUp === wasUp ? since : new Date(), reason };
    if (isUp === wasUp) return;
    if (!isUp) this.#giveUp();
    this.#options.onChange?.(this.#availability);
  }

  #giveUp(): void {
    for (const running of this.#running) {
      running.isAbandoned = true;
      running.reject(this.#failure());
    }
    this.#running.clear();
    for (const listener of this.#lostListeners) listener();
  }

  #failure(cause?: unknown): Error {
    return unavailable(cause ?? new Error(`the database is away: ${this.#availability.reason}`));
  }
}

class Silence extends Error {}

/** The answer, or a failure when none came for a number of turns. */
async function inTurns(answer: Promise<void>, turns: number): Promise<void> {
  let isOver = false;
  const over = answer.finally(() => {
    isOver = true;
  });
  // Its failure is the caller's; when it comes too late it is nobody's.
  over.catch(() => undefined);
  for (let left = turns, most = turns * mostTurnsAsMany; left > 0 && most > 0 && !isOver; most--) {
    const startedAt = performance.now();
    await Promise.race([over, delay(turnMs)]);
    if (performance.now() - startedAt < turnMs + lateMs) left--;
  }
  if (!isOver) throw new Silence(`no answer within ${turns * turnMs} ms`);
  await over;
}

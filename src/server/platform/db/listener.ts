import { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { clientConfig, warn } from "./connection.ts";
import { type Db, dbOver, type Execute } from "./db.ts";
import { sql } from "./sql.ts";

export interface ListenerOptions {
  /** Straight to the server: a pooler that works per transaction loses what it is listened for. */
  url: string;
  channel: string;
  onNotification(payload: string): void;
  /** Runs after every connect, when notifications come already; until it is through, the listener counts as lost. */
  onConnected(db: Db): Promise<void>;
  /** The connection is gone, or was silent for too long: notifications may have been missed. */
  onLost(): void;
  report?: (error: unknown) => void;
}

/** The first attempt comes at once, and none later than half a second after the one before. */
const pausesMs = [0, 50, 100, 200, 350, 500];
const checkEveryMs = 1_000;
const silentForMs = 2_000;
const connectWithinMs = 2_000;

/** One connection that hears the notifications of a channel, and comes back by itself when it is lost. */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #report: (error: unknown) => void;
  #socket: Socket | undefined;
  readonly #closing = new AbortController();
  #running: Promise<void> | undefined;
  #firstAttempt = () => {};

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#report = options.report ?? warn;
  }

  /** Resolves after the first attempt to connect, however it ended. */
  start(): Promise<void> {
    const attempted = new Promise<void>((resolve) => {
      this.#firstAttempt = resolve;
    });
    this.#running = this.#run();
    return attempted;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#firstAttempt();
    this.#socket?.destroy();
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#closing.signal.aborted; ) {
      const pauseMs = pausesMs[Math.min(failures, pausesMs.length - 1)];
      await delay(pauseMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      if (this.#closing.signal.aborted) return;
      try {
        const { ended } = await this.#connect();
        failures = 0;
        this.#firstAttempt();
        await ended;
      } catch (error) {
        // Said once for each time it is lost, not for each attempt.
        if (failures++ === 0 && !this.#closing.signal.aborted) this.#report(error);
        this.#socket?.destroy();
        this.#firstAttempt();
      }
    }
  }

  async #connect(): Promise<{ ended: Promise<void> }> {
    const socket = new Socket();
    const config = { ...clientConfig(this.#options.url), connectionTimeoutMillis: connectWithinMs };
    const client = new Client({ ...config, stream: () => socket });
    this.#socket = socket;
    const ended = new Promise<void>((resolve) => {
      client.once("end", resolve);
      socket.once("close", () => resolve());
    });
    client.on("error", () => socket.destroy());
    client.on("notification", ({ payload }) => this.#options.onNotification(payload ?? ""));
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(this.#options.channel)}`);
    const execute = oneByOne(client);
    await this.#options.onConnected(dbOver(execute));
    const check = setInterval(() => this.#check(execute, socket), checkEveryMs).unref();
    const lost = () => {
      clearInterval(check);
      socket.destroy();
      this.#options.onLost();
    };
    return { ended: ended.then(lost) };
  }

  /** A connection whose other end went away without a word looks alive for hours. */
  #check(execute: Execute, socket: Socket): void {
    let isAnswered = false;
    const timer = setTimeout(() => {
      // This process itself may have been busy: the answer is read before the second look.
      setImmediate(() => setImmediate(() => isAnswered || socket.destroy()));
    }, silentForMs).unref();
    const end = () => {
      isAnswered = true;
      clearTimeout(timer);
    };
    execute(sql`select 1`).then(end, end);
  }
}

/** The driver takes one statement at a time. */
function oneByOne(client: Client): Execute {
  let last: Promise<unknown> = Promise.resolve();
  return ({ text, values }) => {
    const run = () => client.query(text, values as unknown[]);
    const answer = last.then(run, run);
    last = answer;
    return answer;
  };
}

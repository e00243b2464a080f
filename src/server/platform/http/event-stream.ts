import { Readable } from "node:stream";
import { AppError } from "../../../shared/kernel/error.ts";

/** Something that happened, as `EventSource` hears it. */
export interface StreamEvent {
  name: string;
  data: unknown;
}

/** What a handler answers with when the answer goes on: once as JSON, or as events to whoever accepts those. */
export class LiveAnswer {
  /** The answer of this moment. */
  readonly now: () => Promise<unknown>;
  /** Calls `send` with every event from now on, until what it returns is called. */
  readonly follow: (send: (event: StreamEvent) => void) => () => void;

  constructor({ now, follow }: Pick<LiveAnswer, "now" | "follow">) {
    this.now = now;
    this.follow = follow;
  }
}

export interface EventStreamOptions {
  /** Streams at the same time in this process; 50 unless given. */
  most?: number;
  /** How often it is asked whether the reader may still listen, in milliseconds; 2 s unless given. */
  lookEveryMs?: number;
}

const contentType = "text/event-stream";
const looksPerHeartbeat = 7;
/** Whoever reads so slowly is let go; their browser comes back by itself. */
const mostUnreadBytes = 256 * 1024;
const retryAfterSeconds = 10;
/** After an end the browser waits for so long. */
const comeBackAfterMs = 2_000;

/**
 * The server-sent events of one process: bounded in number, each with a sign of life every few seconds, ended when the
 * reader may no longer listen and when the process leaves.
 */
export class EventStreams {
  readonly #open = new Set<Readable>();
  readonly #most: number;
  readonly #lookEveryMs: number;
  #isEnded = false;

  constructor({ most = 50, lookEveryMs = 2_000 }: EventStreamOptions = {}) {
    this.#most = most;
    this.#lookEveryMs = lookEveryMs;
  }

  /** @throws {AppError} too_many_requests when there are too many already, or the process is about to leave */
  open(answer: LiveAnswer, mayStillListen: () => Promise<boolean>): Readable {
    if (this.#isEnded || this.#open.size >= this.#most) throw new AppError("too_many_requests", { retryAfterSeconds });
    const stream = new Readable({ read: () => undefined });
    const push = (text: string) => {
      if (stream.readableLength > mostUnreadBytes) stream.destroy();
      else stream.push(text);
    };
    this.#open.add(stream);
    push(`retry: ${comeBackAfterMs}\n\n`);
    const leave = answer.follow(({ name, data }) => push(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
    let looks = 0;
    const timer = setInterval(async () => {
      if (!(await mayStillListen())) return end(stream);
      looks += 1;
      if (looks % looksPerHeartbeat === 0) push(":\n\n");
    }, this.#lookEveryMs);
    stream.once("close", () => {
      clearInterval(timer);
      leave();
      this.#open.delete(stream);
    });
    return stream;
  }

  /** Ends all, and takes no more. */
  endAll(): void {
    this.#isEnded = true;
    for (const stream of this.#open) end(stream);
  }
}

function end(stream: Readable): void {
  if (!stream.readableEnded && !stream.destroyed) stream.push(null);
}

/** Headers under which nothing on the way keeps, packs or holds back an event. */
export const eventStreamHeaders = {
  "content-type": contentType,
  "cache-control": "private, no-store, no-transform",
  "x-accel-buffering": "no",
} as const;

/** Whether the caller wants events rather than one answer. */
export const acceptsEvents = (accept: string | undefined): boolean => accept?.includes(contentType) ?? false;

/** Whether an answer lasts as long as somebody listens, so that its duration says nothing. */
export const isEventStream = (answer: { getHeader(name: string): unknown }): boolean =>
  answer.getHeader("content-type") === contentType;

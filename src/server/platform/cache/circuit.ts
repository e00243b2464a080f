import type { RedisStats } from "./cache.ts";
import type { Notification } from "./notification.ts";

export interface CircuitOptions {
  /** Makes ready what may be new behind the connection. */
  prepare(): Promise<void>;
  deliver(notification: Notification): Promise<void>;
  onTrust(isTrusted: boolean): void;
  report(error: unknown): void;
}

const failuresInARow = 3;
const probeEveryMs = 1_000;
/** Beyond this many, everything is dropped instead. */
const maxUndelivered = 10_000;
/** One by one they would take a way there and back each, and under writes more may come than go. */
const deliveredAtOnce = 100;

/**
 * Closed while Redis answers. Three failures in a row open it, a lost connection or a drop that did not arrive at once;
 * then Redis is not asked at all. Each second, and on a new connection, one probe is tried: it delivers every drop that
 * is missing before the circuit closes again, so nothing that was dropped meanwhile is ever read.
 */
export class Circuit {
  readonly #options: CircuitOptions;
  readonly #undelivered = new Map<string, Notification>();
  #state: RedisStats["circuit"] = "open";
  #failures = 0;
  #errors = 0;
  #trust = 0;
  #probing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isReported = false;

  constructor(options: CircuitOptions) {
    this.#options = options;
  }

  /** Before this nothing is probed. */
  start(): Promise<void> {
    this.#timer ??= setInterval(() => void this.probe(), probeEveryMs).unref();
    return this.probe();
  }

  get isClosed(): boolean {
    return this.#state === "closed";
  }

  /** Changes whenever trust is lost. */
  get trust(): number {
    return this.#trust;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(error: unknown): void {
    this.#errors++;
    if (++this.#failures >= failuresInARow) this.open(error);
  }

  open(error: unknown): void {
    this.#trust++;
    if (this.#state !== "closed") return;
    this.#state = "open";
    this.#options.onTrust(false);
    this.#report(error);
  }

  async deliver(notification: Notification): Promise<void> {
    if (!this.isClosed) {
      this.#keep(notification);
      return;
    }
    try {
      await this.#options.deliver(notification);
    } catch (error) {
      this.#errors++;
      this.#keep(notification);
      this.open(error);
    }
  }

  /** Tries whether Redis can be trusted again; one attempt at a time. */
  probe(): Promise<void> {
    if (this.isClosed || !this.#timer) return Promise.resolve();
    this.#probing ??= this.#recover().finally(() => {
      this.#probing = undefined;
    });
    return this.#probing;
  }

  stats(): Pick<RedisStats, "circuit" | "errors" | "undelivered"> {
    return { circuit: this.#state, errors: this.#errors, undelivered: this.#undelivered.size };
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #recover(): Promise<void> {
    this.#state = "half-open";
    const trust = ++this.#trust;
    try {
      await this.#options.prepare();
      while (this.#undelivered.size > 0) await this.#deliverSome();
      // A connection that broke meanwhile has come with no answer to any of this.
      if (trust !== this.#trust || !this.#timer) throw new Error("Redis was lost again");
      this.#failures = 0;
      this.#isReported = false;
      this.#state = "closed";
      this.#options.onTrust(true);
    } catch (error) {
      this.#errors++;
      this.#state = "open";
      this.#report(error);
    }
  }

  async #deliverSome(): Promise<void> {
    const some = [...this.#undelivered.values()].slice(0, deliveredAtOnce);
    const one = async (notification: Notification) => {
      await this.#options.deliver(notification);
      this.#undelivered.delete(notification.id);
    };
    await Promise.all(some.map(one));
  }

  /** Once for each outage. */
  #report(error: unknown): void {
    if (this.#timer && !this.#isReported) this.#options.report(error);
    this.#isReported = true;
  }

  #keep(notification: Notification): void {
    if (this.#undelivered.size >= maxUndelivered) {
      this.#undelivered.clear();
      const id = `${notification.id}:all`;
      this.#undelivered.set(id, { id, tags: "all" });
      return;
    }
    this.#undelivered.set(notification.id, notification);
  }
}

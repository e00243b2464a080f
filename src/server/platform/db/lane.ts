import { Client } from "pg";
import { clientConfig, queryConfig, type Sockets } from "./connection.ts";
import type { Result } from "./db.ts";
import { isConnectionFailure } from "./errors.ts";
import type { Sql } from "./sql.ts";

export interface LaneOptions {
  url: string;
  sockets: Sockets;
  report: (error: unknown) => void;
}

/** How long the lane is left alone after a failed attempt to connect. */
const retryAfterMs = 1000;
/** The lane is held up when nothing was answered for two looks in a row; one may only mean that this process was busy. */
const lookEveryMs = 25;
const looksUntilHeldUp = 2;
/** A statement this slow is cut off here; the caller runs it again where it is in nobody's way. */
const statementLimitMs = 2_000;
/**
 * Reads come with the same few texts all the time. Planned once each: left to choose, PostgreSQL plans a list anew at every
 * request, which takes nearly as long as the list.
 */
const setUp = `set default_transaction_read_only = on; set statement_timeout = ${statementLimitMs}; set plan_cache_mode = force_generic_plan`;

/**
 * One connection on which statements are sent without waiting for the answers of those before. They are answered in order,
 * so a slow one would hold up those behind it: they are given back, to be run elsewhere.
 */
export class PipelinedLane {
  readonly #options: LaneOptions;
  #client: Client | undefined;
  #opening: Promise<void> | undefined;
  #retryAt = 0;
  #isClosed = false;
  /** What was sent and not answered, in order: each gives its statement back. */
  readonly #sent = new Set<() => void>();
  #idleLooks = 0;
  #looking: NodeJS.Timeout | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  get isConnected(): boolean {
    return this.#client !== undefined;
  }

  /** Whether a slow statement is in the way. */
  get isHeldUp(): boolean {
    return this.#idleLooks >= looksUntilHeldUp;
  }

  /** How many statements have no answer yet. */
  get load(): number {
    return this.#sent.size;
  }

  /** Connects unless it is connected, or has just failed to. */
  open(): void {
    if (this.#client || this.#opening || this.#isClosed || Date.now() < this.#retryAt) return;
    this.#opening = this.#connect()
      .catch((error: unknown) => {
        this.#retryAt = Date.now() + retryAfterMs;
        if (!isConnectionFailure(error)) this.#options.report(error);
      })
      .finally(() => {
        this.#opening = undefined;
      });
  }

  /** The answer; nothing when the statement is to be run elsewhere. */
  async execute(statement: Sql): Promise<Result | undefined> {
    const client = this.#client;
    if (!client) return undefined;
    this.#looking ??= setInterval(() => this.#look(), lookEveryMs).unref();
    let giveBack: () => void = () => undefined;
    const givenBack = new Promise<undefined>((resolve) => {
      giveBack = () => resolve(undefined);
    });
    this.#sent.add(giveBack);
    return Promise.race([this.#send(client, statement, giveBack), givenBack]);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#looking);
    await this.#opening;
    await this.#client?.end();
    this.#client = undefined;
  }

  async #send(client: Client, statement: Sql, sent: () => void): Promise<Result> {
    try {
      return await client.query(queryConfig(statement, true));
    } catch (error) {
      if (isConnectionFailure(error)) this.#drop(client);
      throw error;
    } finally {
      this.#sent.delete(sent);
      this.#idleLooks = 0;
    }
  }

  #look(): void {
    if (this.#sent.size === 0) {
      clearInterval(this.#looking);
      this.#looking = undefined;
      this.#idleLooks = 0;
      return;
    }
    this.#idleLooks++;
    if (this.#idleLooks < looksUntilHeldUp) return;
    const [, ...behind] = this.#sent;
    for (const giveBack of behind) giveBack();
  }

  async #connect(): Promise<void> {
    const { url, sockets } = this.#options;
    const client = new Client({ ...clientConfig(url), stream: sockets.stream, pipeline: true });
    client.on("error", () => this.#drop(client));
    client.on("end", () => this.#drop(client));
    await client.connect();
    await client.query(setUp);
    this.#client = client;
  }

  #drop(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    if (!this.#isClosed) client.end().catch(() => undefined);
  }
}

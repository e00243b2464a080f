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
/** The lane is stuck when nothing was answered for two looks in a row; one may only mean that this process was busy. */
const lookEveryMs = 25;
/** A statement this slow is cut off here; the caller runs it again where it is in nobody's way. */
const statementLimitMs = 2_000;

/**
 * One connection on which statements are sent without waiting for the answers of those before: about three times
 * what the pool does per second. Statements are answered in order, so a slow one holds up those behind it.
 */
export class PipelinedLane {
  readonly #options: LaneOptions;
  #client: Client | undefined;
  #opening: Promise<void> | undefined;
  #retryAt = 0;
  #isClosed = false;
  #inFlight = 0;
  #idleLooks = 0;
  #looking: NodeJS.Timeout | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** The answer; nothing while the connection is not there or a slow statement is in the way. */
  execute(statement: Sql): Promise<Result> | undefined {
    const client = this.#client;
    if (!client) {
      this.#open();
      return undefined;
    }
    if (this.#idleLooks > 1) return undefined;
    this.#looking ??= setInterval(() => this.#look(), lookEveryMs).unref();
    return this.#send(client, statement);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#looking);
    await this.#opening;
    await this.#client?.end();
    this.#client = undefined;
  }

  async #send(client: Client, statement: Sql): Promise<Result> {
    this.#inFlight++;
    try {
      return await client.query(queryConfig(statement, true));
    } catch (error) {
      if (isConnectionFailure(error)) this.#drop(client);
      throw error;
    } finally {
      this.#inFlight--;
      this.#idleLooks = 0;
    }
  }

  #look(): void {
    if (this.#inFlight > 0) {
      this.#idleLooks++;
      return;
    }
    clearInterval(this.#looking);
    this.#looking = undefined;
    this.#idleLooks = 0;
  }

  #open(): void {
    if (this.#opening || this.#isClosed || Date.now() < this.#retryAt) return;
    this.#opening = this.#connect()
      .catch((error: unknown) => {
        this.#retryAt = Date.now() + retryAfterMs;
        if (!isConnectionFailure(error)) this.#options.report(error);
      })
      .finally(() => {
        this.#opening = undefined;
      });
  }

  async #connect(): Promise<void> {
    const { url, sockets } = this.#options;
    const client = new Client({ ...clientConfig(url), stream: sockets.stream, pipeline: true });
    client.on("error", () => this.#drop(client));
    client.on("end", () => this.#drop(client));
    await client.connect();
    await client.query(`set default_transaction_read_only = on; set statement_timeout = ${statementLimitMs}`);
    this.#client = client;
  }

  #drop(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    if (!this.#isClosed) client.end().catch(() => undefined);
  }
}

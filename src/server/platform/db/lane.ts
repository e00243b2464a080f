import { Client } from "pg";
import { type ConnectionOptions, clientConfig, queryConfig, warn } from "./connection.ts";
import type { Execute, Result } from "./db.ts";
import { isConnectionFailure, isStaleStatement } from "./errors.ts";
import type { Sql } from "./sql.ts";

/** How long the pool serves alone after a failed attempt to connect. */
const retryAfterMs = 1000;

/**
 * One connection on which statements are sent without waiting for the answers of those before: about three times
 * what the pool does per second. While it is down, and for statements that were on it when it broke, the pool
 * answers; that is safe because the connection is read-only.
 */
export class PipelinedLane {
  readonly #options: ConnectionOptions;
  readonly #pool: Execute;
  #client: Client | undefined;
  #opening: Promise<void> | undefined;
  #retryAt = 0;
  #isClosed = false;

  constructor(options: ConnectionOptions, pool: Execute) {
    this.#options = options;
    this.#pool = pool;
  }

  async execute(statement: Sql): Promise<Result> {
    const client = this.#client;
    if (!client) {
      this.#open();
      return this.#pool(statement);
    }
    try {
      return await client.query(queryConfig(statement, this.#options.prepare !== false));
    } catch (error) {
      if (isConnectionFailure(error)) this.#drop(client);
      else if (!isStaleStatement(error)) throw error;
      return this.#pool(statement);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening;
    await this.#client?.end();
    this.#client = undefined;
  }

  #open(): void {
    if (this.#opening || this.#isClosed || Date.now() < this.#retryAt) return;
    this.#opening = this.#connect()
      .catch((error: unknown) => {
        this.#retryAt = Date.now() + retryAfterMs;
        (this.#options.report ?? warn)(error);
      })
      .finally(() => {
        this.#opening = undefined;
      });
  }

  async #connect(): Promise<void> {
    const client = new Client({ ...clientConfig(this.#options.url), pipeline: true });
    client.on("error", () => this.#drop(client));
    client.on("end", () => this.#drop(client));
    await client.connect();
    await client.query("set default_transaction_read_only = on");
    this.#client = client;
  }

  #drop(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    if (!this.#isClosed) client.end().catch(this.#options.report ?? warn);
  }
}

import type { Pool } from "pg";
import { type Availability, ServerWatch } from "./availability.ts";
import { createPool, queryConfig, Sockets } from "./connection.ts";
import type { Result, Tx } from "./db.ts";
import { isCancelled, isConnectionFailure, isReadOnlyFailure, isStaleStatement } from "./errors.ts";
import { PipelinedLane } from "./lane.ts";
import { probeServer } from "./probe.ts";
import type { Sql } from "./sql.ts";
import { runTransaction } from "./transaction.ts";

export interface ServerOptions {
  url: string;
  poolMax: number | undefined;
  pipeline: boolean;
  prepare: boolean;
  report: (error: unknown) => void;
  onAvailability?: ((availability: Availability) => void) | undefined;
}

const closeWithinMs = 5_000;

/** One PostgreSQL server: its pool, its lane for short reads, and whether it is there. */
export class PostgresServer {
  readonly watch: ServerWatch;
  readonly #options: ServerOptions;
  readonly #sockets = new Sockets();
  readonly #lane: PipelinedLane | undefined;
  #pool: Pool;

  constructor(options: ServerOptions) {
    this.#options = options;
    const { url, prepare, report, onAvailability } = options;
    this.watch = new ServerWatch({ probe: () => probeServer(url), onChange: onAvailability });
    this.watch.onLost(() => this.#startOver());
    this.#pool = this.#newPool();
    this.#lane = options.pipeline ? new PipelinedLane({ url, prepare, report, sockets: this.#sockets }) : undefined;
  }

  /** Runs the statement on a connection of the pool. */
  async execute(statement: Sql): Promise<Result> {
    try {
      return await this.watch.run(() => this.#onPool(statement));
    } catch (error) {
      if (isConnectionFailure(error) || isReadOnlyFailure(error)) await this.watch.confirm(error);
      throw error;
    }
  }

  /** Runs a statement that only reads, on the lane where there is one; once more when its connection breaks. */
  async read(statement: Sql): Promise<Result> {
    try {
      return await this.watch.run(() => this.#onLane(statement));
    } catch (error) {
      if (!isConnectionFailure(error)) throw error;
      await this.watch.confirm(error);
      return this.watch.run(() => this.#onPool(statement));
    }
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { prepare, report } = this.#options;
    const { result, afterCommit } = await this.watch.run((ticket) =>
      runTransaction({ pool: () => this.#pool, prepare, watch: this.watch, ticket }, work),
    );
    await runAfterCommit(afterCommit, report);
    return result;
  }

  async close(): Promise<void> {
    this.watch.close();
    // A server that does not answer does not say goodbye either.
    if (!this.watch.availability.isUp) this.#sockets.cut();
    const cut = setTimeout(() => this.#sockets.cut(), closeWithinMs);
    await this.#lane?.close();
    await this.#pool.end();
    clearTimeout(cut);
  }

  async #onPool(statement: Sql): Promise<Result> {
    try {
      return await onConnection(this.#pool, statement, this.#options.prepare);
    } catch (error) {
      if (!isStaleStatement(error)) throw error;
      return onConnection(this.#pool, statement, false);
    }
  }

  async #onLane(statement: Sql): Promise<Result> {
    const answer = this.#lane?.execute(statement);
    if (!answer) return this.#onPool(statement);
    try {
      return await answer;
    } catch (error) {
      if (!isStaleStatement(error) && !isCancelled(error)) throw error;
      return this.#onPool(statement);
    }
  }

  #newPool(): Pool {
    const { url, poolMax } = this.#options;
    // A connection that breaks while nobody uses it is the first to tell that the server is gone.
    return createPool({ url, poolMax, sockets: this.#sockets, onIdleLoss: () => void this.watch.suspect() });
  }

  /** A new pool, so that whoever still waits for a connection of the old one never gets it. */
  #startOver(): void {
    const lost = this.#pool;
    this.#pool = this.#newPool();
    lost.end().catch(() => undefined);
    this.#sockets.cut();
  }
}

async function onConnection(pool: Pool, statement: Sql, prepare: boolean): Promise<Result> {
  const client = await pool.connect();
  try {
    const result = await client.query(queryConfig(statement, prepare));
    client.release();
    return result;
  } catch (error) {
    client.release(isConnectionFailure(error) || isStaleStatement(error));
    throw error;
  }
}

/** The rows are committed whatever happens here, so a failure is reported and the rest still runs. */
async function runAfterCommit(works: (() => void | Promise<void>)[], report: (error: unknown) => void) {
  for (const work of works) {
    try {
      await work();
    } catch (error) {
      report(error);
    }
  }
}

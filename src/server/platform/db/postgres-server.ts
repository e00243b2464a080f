import type { Pool } from "pg";
import { type Availability, ServerWatch } from "./availability.ts";
import { createPool, type OnStatement, type PoolState, queryConfig, Sockets, type StatementWay } from "./connection.ts";
import type { Result, Tx } from "./db.ts";
import { isCancelled, isConnectionFailure, isReadOnlyFailure, isStaleStatement } from "./errors.ts";
import { PipelinedLanes } from "./lanes.ts";
import { probeServer, type ServerPart } from "./probe.ts";
import type { Sql } from "./sql.ts";
import { maxAttempts, runTransaction } from "./transaction.ts";

export interface ServerOptions {
  url: string;
  part: ServerPart;
  poolMax: number | undefined;
  lanes: number;
  isPooled: boolean;
  report: (error: unknown) => void;
  onAvailability?: ((availability: Availability) => void) | undefined;
  onStatement?: OnStatement | undefined;
}

const closeWithinMs = 5_000;

/** One PostgreSQL server: its pool, its lanes for short reads, and whether it is there. */
export class PostgresServer {
  readonly watch: ServerWatch;
  readonly #options: ServerOptions;
  readonly #sockets = new Sockets();
  readonly #lanes: PipelinedLanes;
  #pool: Pool;

  constructor(options: ServerOptions) {
    this.#options = options;
    const { url, isPooled, report, onAvailability } = options;
    this.watch = new ServerWatch({ probe: () => this.probe(), onChange: onAvailability });
    this.watch.onLost(() => this.#startOver());
    this.#pool = this.#newPool();
    // A lane keeps one connection for itself and sets it up, which a pooler does not allow.
    this.#lanes = new PipelinedLanes(isPooled ? 0 : options.lanes, { url, report, sockets: this.#sockets });
  }

  /** The connections of its pool. */
  get pool(): PoolState {
    const { totalCount, idleCount, waitingCount, options } = this.#pool;
    return { inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount, max: options.max };
  }

  /** Connects and asks, beside the pool. @throws {Error} when the server cannot be reached or is not what it is for */
  probe(): Promise<void> {
    const { url, part, isPooled } = this.#options;
    return probeServer(url, part, isPooled);
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

  /** Runs a short statement that only reads, on a lane where there is one; again when its connection breaks. */
  read(statement: Sql): Promise<Result> {
    return this.#reading(() => this.#onLane(statement), statement);
  }

  /** The same for a statement that takes its time and must not keep the short ones waiting. */
  readLong(statement: Sql): Promise<Result> {
    return this.#reading(() => this.#onPool(statement), statement);
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { isPooled, report } = this.#options;
    const timed = <A>(text: string, answer: Promise<A>) => this.#timed("transaction", text, answer);
    const { result, afterCommit } = await this.watch.run((ticket) =>
      runTransaction({ pool: () => this.#pool, isPooled, watch: this.watch, ticket, timed }, work),
    );
    await runAfterCommit(afterCommit, report);
    return result;
  }

  async close(): Promise<void> {
    this.watch.close();
    // A server that does not answer does not say goodbye either.
    if (!this.watch.availability.isUp) this.#sockets.cut();
    const cut = setTimeout(() => this.#sockets.cut(), closeWithinMs);
    await this.#lanes.close();
    await this.#pool.end();
    clearTimeout(cut);
  }

  async #reading(work: () => Promise<Result>, statement: Sql): Promise<Result> {
    let attempt = work;
    for (let tried = 1; ; tried++) {
      try {
        return await this.watch.run(attempt);
      } catch (error) {
        if (!isConnectionFailure(error) || tried === maxAttempts) throw error;
        await this.watch.confirm(error);
        attempt = () => this.#onPool(statement);
      }
    }
  }

  async #onPool(statement: Sql): Promise<Result> {
    try {
      return await this.#timed("pool", statement.text, onConnection(this.#pool, statement, !this.#options.isPooled));
    } catch (error) {
      if (!isStaleStatement(error)) throw error;
      return this.#timed("pool", statement.text, onConnection(this.#pool, statement, false));
    }
  }

  async #onLane(statement: Sql): Promise<Result> {
    const answer = this.#lanes.execute(statement);
    if (!answer) return this.#onPool(statement);
    try {
      return (await this.#timed("lane", statement.text, answer)) ?? (await this.#onPool(statement));
    } catch (error) {
      if (!isStaleStatement(error) && !isCancelled(error)) throw error;
      return this.#onPool(statement);
    }
  }

  async #timed<T>(way: StatementWay, text: string, answer: Promise<T>): Promise<T> {
    const begunAt = performance.now();
    let hasFailed = true;
    try {
      const answered = await answer;
      hasFailed = false;
      return answered;
    } finally {
      this.#options.onStatement?.({ way, milliseconds: performance.now() - begunAt, text, hasFailed });
    }
  }

  #newPool(): Pool {
    const { url, poolMax, isPooled } = this.#options;
    // A connection that breaks while nobody uses it is the first to tell that the server is gone.
    const onIdleLoss = () => void this.watch.suspect();
    return createPool({ url, poolMax, isPooled, onIdleLoss, sockets: this.#sockets });
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

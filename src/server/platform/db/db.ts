import type { Availability } from "./availability.ts";
import type { PoolState } from "./connection.ts";
import type { Sql } from "./sql.ts";

/** Where statements run: the pool, the lanes for short reads, or the caller's transaction. */
export interface Db {
  /** All rows. Columns come back under the names the statement gives them. */
  many<Row>(statement: Sql): Promise<Row[]>;
  /** The first row, if there is one. */
  maybe<Row>(statement: Sql): Promise<Row | undefined>;
  /** The first row. @throws {Error} when there is none */
  one<Row>(statement: Sql): Promise<Row>;
  /** The number of rows the statement touched. */
  run(statement: Sql): Promise<number>;
}

/** A transaction that is open; it ends when the work given to `Database.transaction` ends. */
export interface Tx extends Db {
  readonly isTransaction: true;
  /** Work for the end of the transaction, still inside it: in order, after the caller's own. */
  beforeCommit(work: () => Promise<void>): void;
  /** Work for after COMMIT, such as dropping cache tags: in order, before the caller gets its answer. */
  afterCommit(work: () => void | Promise<void>): void;
}

export interface Database extends Db {
  /**
   * Runs the work in one transaction: committed when it returns, rolled back when it throws. After a deadlock or
   * serialization failure, or a connection that broke before the commit, the work runs again, up to three times in
   * all, so it must not act on the world outside.
   * @throws {AppError} unavailable when the server cannot be reached; at once while it is known to be away
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * For short reads: pipelined connections on which writing is refused, of the primary or, in requests that only
   * read, of a replica. What decides about a write belongs into the transaction.
   */
  readonly reads: Db;
  /** The same for reads that may take long, such as lists over everything: in nobody's way, on the pool. */
  readonly longReads: Db;
  /** From now on nobody reads from a replica that lacks what is committed now. */
  requireFreshReads(): void;
  /** Whether the server can be reached. While it cannot, everything here fails at once as `unavailable`. */
  readonly availability: Availability;
  /** The connections of this process: to the primary, and to the replicas. */
  readonly pool: PoolState;
  /** Every server there is, the primary first. */
  readonly servers: readonly DatabaseServer[];
  /** Calls the listener when the server is lost, so that other connections to it can be thrown away. */
  onLost(listener: () => void): () => void;
  close(): Promise<void>;
}

/** One of the servers, for whoever looks after them. */
export interface DatabaseServer {
  /** `primary`, or `replica-1` and so on, in the order of the setting. */
  readonly name: string;
  /** Connects and asks. @throws {Error} when it cannot be reached or is not what it is for */
  probe(): Promise<void>;
  /** How old what it shows may be, in milliseconds, as far as is known. Zero for the primary. */
  ageMs(): number;
}

/** What the driver answers, as far as we use it. */
export interface Result {
  rows: unknown[];
  rowCount: number | null;
  command: string;
}

export type Execute = (statement: Sql) => Promise<Result>;

/** Gives a way of executing statements the shape that queries use. */
export function dbOver(execute: Execute): Db {
  const many = async <Row>(statement: Sql) => (await execute(statement)).rows as Row[];
  const maybe = async <Row>(statement: Sql) => (await many<Row>(statement))[0];
  return {
    many,
    maybe,
    one: async <Row>(statement: Sql) => {
      const row = await maybe<Row>(statement);
      if (row === undefined) throw new Error(`no row from: ${statement.text.trim().slice(0, 120)}`);
      return row;
    },
    run: async (statement) => (await execute(statement)).rowCount ?? 0,
  };
}

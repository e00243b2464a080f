import { Socket } from "node:net";
import { type ClientConfig, Pool, type QueryConfig } from "pg";
import type { Availability } from "./availability.ts";
import { rowTypes } from "./row-types.ts";
import type { Sql } from "./sql.ts";
import { statementName } from "./statement-name.ts";

export interface ConnectionOptions {
  /** `postgresql://user:password@host:port/database`; a socket's folder goes into `?host=`. */
  url: string;
  /** Streaming replicas of it, for reads; see `Replicas`. */
  replicaUrls?: readonly string[];
  /** Connections of the pool; 10 unless given, as the performance guide asks. */
  poolMax?: number;
  /** Connections beside the pool, shared by short reads; 2 unless given. */
  lanes?: number;
  /**
   * Whether a pooler stands before the server that gives each transaction another connection, as PgBouncer does. Then
   * nothing may rest on the connection: no named statements, no lanes, no limits that were set at its start.
   */
  isPooled?: boolean;
  /** Told about failed work after a commit and the like: what no caller could be told. */
  report?: (error: unknown) => void;
  /** Told when the server is lost and when it is back. */
  onAvailability?: (availability: Availability) => void;
  /** Told how long each statement took, with its wait for a connection. Runs for every one of them: it must cost nothing. */
  onStatement?: OnStatement;
}

/** On which connection: a shared one for short reads, one of the pool, or that of a transaction. */
export type StatementWay = "lane" | "pool" | "transaction";

/** A statement that was answered, or failed. */
export interface RanStatement {
  way: StatementWay;
  milliseconds: number;
  /** Without its values. */
  text: string;
  hasFailed: boolean;
}
export type OnStatement = (ran: RanStatement) => void;

/** The connections of the pools of one process. */
export interface PoolState {
  inUse: number;
  idle: number;
  /** Callers who wait for a connection. */
  waiting: number;
  max: number;
}

/** The performance guide, section 1.4. A transaction whose process hangs gives its locks back after a minute. */
const timeouts = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 30_000,
  query_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
};

/** What PgBouncer refuses to take at the start of a connection; transactions bring it along, see `beginOf`. */
const withoutSessionLimits = { statement_timeout: false, idle_in_transaction_session_timeout: undefined } as const;

export function clientConfig(url: string, { isPooled = false }: { isPooled?: boolean } = {}): ClientConfig {
  const limits = isPooled ? { ...timeouts, ...withoutSessionLimits } : timeouts;
  return { connectionString: url, application_name: "workshopsai", types: rowTypes, keepAlive: true, ...limits };
}

/** How a transaction begins: behind a pooler with the limits that its connection cannot keep. */
export function beginOf({ isPooled }: { isPooled: boolean }): string {
  const { statement_timeout, idle_in_transaction_session_timeout } = timeouts;
  if (!isPooled) return "begin";
  return `begin; set local statement_timeout = ${statement_timeout}; set local idle_in_transaction_session_timeout = ${idle_in_transaction_session_timeout}`;
}

/** The sockets of some connections, so that they can be cut when nobody answers at their other end. */
export class Sockets {
  readonly #open = new Set<Socket>();

  /** Goes into the driver's configuration. */
  readonly stream = (): Socket => {
    const socket = new Socket();
    this.#open.add(socket);
    socket.once("close", () => this.#open.delete(socket));
    return socket;
  };

  cut(): void {
    for (const socket of this.#open) socket.destroy(new Error("Connection terminated: the server is away"));
  }
}

export interface PoolOptions {
  url: string;
  poolMax?: number | undefined;
  isPooled?: boolean;
  sockets?: Sockets;
  /** Told about connections that broke while nobody used them. */
  onIdleLoss?: (error: unknown) => void;
}

/** The pool of connections, for what needs the driver itself, such as the job queue. Close it with `end()`. */
export function createPool({ url, poolMax = 10, isPooled = false, ...options }: PoolOptions): Pool {
  const { sockets, onIdleLoss = () => undefined } = options;
  const stream = sockets ? { stream: sockets.stream } : {};
  const config = { ...clientConfig(url, { isPooled }), ...stream };
  const pool = new Pool({ ...config, max: poolMax, idleTimeoutMillis: 20_000 });
  // Without listeners Node dies when the server stops. The second is for connections that are in use just then;
  // there the caller hears of it through its failed statement.
  pool.on("error", onIdleLoss);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** The statement as the driver takes it. */
export function queryConfig(statement: Sql, prepare: boolean): QueryConfig<unknown[]> {
  const { text } = statement;
  const values = statement.values as unknown[];
  const name = prepare && !statement.isRunOnce ? statementName(text) : undefined;
  return name === undefined ? { text, values } : { name, text, values };
}

export function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

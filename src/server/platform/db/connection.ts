import { Socket } from "node:net";
import { type ClientConfig, Pool, type QueryConfig } from "pg";
import type { Availability } from "./availability.ts";
import { rowTypes } from "./row-types.ts";
import type { Sql } from "./sql.ts";
import { statementName } from "./statement-name.ts";

export interface ConnectionOptions {
  /** `postgresql://user:password@host:port/database`; a socket's folder goes into `?host=`. */
  url: string;
  /** Connections of the pool; 10 unless given, as the performance guide asks. */
  poolMax?: number;
  /** Whether short reads share one pipelined connection. Off behind a pooler that works per transaction. */
  pipeline?: boolean;
  /** Whether statements are prepared under a name. Off behind a pooler that does not track them. */
  prepare?: boolean;
  /** Told about failed work after a commit and the like: what no caller could be told. */
  report?: (error: unknown) => void;
  /** Told when the server is lost and when it is back. */
  onAvailability?: (availability: Availability) => void;
}

/** The performance guide, section 1.4. A transaction whose process hangs gives its locks back after a minute. */
const timeouts = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 30_000,
  query_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
};

export function clientConfig(url: string): ClientConfig {
  return { connectionString: url, application_name: "workshopsai", types: rowTypes, keepAlive: true, ...timeouts };
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
  sockets?: Sockets;
  /** Told about connections that broke while nobody used them. */
  onIdleLoss?: (error: unknown) => void;
}

/** The pool of connections, for what needs the driver itself, such as the job queue. Close it with `end()`. */
export function createPool({ url, poolMax = 10, sockets, onIdleLoss = () => undefined }: PoolOptions): Pool {
  const stream = sockets ? { stream: sockets.stream } : {};
  const pool = new Pool({ ...clientConfig(url), ...stream, max: poolMax, idleTimeoutMillis: 20_000 });
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
  const name = prepare ? statementName(text) : undefined;
  return name === undefined ? { text, values } : { name, text, values };
}

export function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

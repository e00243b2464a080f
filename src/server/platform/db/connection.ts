import { type ClientConfig, Pool, type QueryConfig } from "pg";
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
  /** Told about lost connections and failed work after a commit: what no caller could be told. */
  report?: (error: unknown) => void;
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

/** The pool of connections, for what needs the driver itself, such as the job queue. Close it with `end()`. */
export function createPool({ url, poolMax = 10, report = warn }: ConnectionOptions): Pool {
  const pool = new Pool({ ...clientConfig(url), max: poolMax, idleTimeoutMillis: 20_000 });
  // Without listeners Node dies when the server stops. The second is for connections that are in use just then;
  // there the caller hears of it through its failed statement.
  pool.on("error", report);
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

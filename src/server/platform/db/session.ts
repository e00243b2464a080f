import type { Readable, Writable } from "node:stream";
import { from, to } from "pg-copy-streams";
import { connectOnce } from "./connect-once.ts";
import { type Db, dbOver } from "./db.ts";

/** One connection without time limits, for work that takes a whole table at a time, such as backups. */
export interface Session extends Db {
  /** Runs several statements that take no values. */
  script(text: string): Promise<void>;
  /** The rows of `copy … to stdout`, as they come. */
  copyOut(statement: string): Readable;
  /** Takes the rows of `copy … from stdin`. They are in when it has finished. */
  copyIn(statement: string): Writable;
  /** Ends the connection at once, whatever runs on it. */
  close(): Promise<void>;
}

/** @throws {StartupError} when the server cannot be reached or is older than PostgreSQL 15 */
export async function openSession(url: string): Promise<Session> {
  const client = await connectOnce(url);
  return {
    ...dbOver(({ text, values }) => client.query(text, values as unknown[])),
    script: async (text) => void (await client.query(text)),
    copyOut: (statement) => client.query(to(statement)),
    copyIn: (statement) => client.query(from(statement)),
    close: () => client.end(),
  };
}

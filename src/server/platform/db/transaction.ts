import { setTimeout as delay } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import type { ServerWatch, Ticket } from "./availability.ts";
import { beginOf, queryConfig } from "./connection.ts";
import { dbOver, type Tx } from "./db.ts";
import { isConnectionFailure, isReadOnlyFailure, isRetryable, isStaleStatement } from "./errors.ts";

/** Of a transaction, and of a read whose connection breaks. */
export const maxAttempts = 3;

export interface TransactionOptions {
  pool: () => Pool;
  isPooled: boolean;
  watch: ServerWatch;
  ticket: Ticket;
  /** Measures how long a statement takes. */
  timed: <A>(text: string, answer: Promise<A>) => Promise<A>;
}

export interface Committed<T> {
  result: T;
  /** Work that the transaction left for after its commit. */
  afterCommit: (() => void | Promise<void>)[];
}

/** Runs the work in a transaction on a connection of its own; see `Database.transaction`. */
export async function runTransaction<T>(
  options: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<Committed<T>> {
  for (let attempt = 1; ; attempt++) {
    const progress: Progress = { mayBeCommitted: false };
    try {
      return await attemptTransaction(options, work, progress);
    } catch (error) {
      if (!(await mayTryAgain(options, error, progress)) || attempt === maxAttempts) throw error;
      // A random pause, so that two that collided do not collide again.
      await delay(Math.random() * 20 * attempt);
      if (options.ticket.isAbandoned) throw error;
    }
  }
}

interface Progress {
  /** True once COMMIT was sent: when the connection breaks then, nobody knows. */
  mayBeCommitted: boolean;
}

/** @throws {AppError} unavailable when the server is gone */
async function mayTryAgain({ watch, ticket }: TransactionOptions, error: unknown, { mayBeCommitted }: Progress) {
  if (isConnectionFailure(error) || isReadOnlyFailure(error)) await watch.confirm(error);
  if (ticket.isAbandoned) return false;
  return isRetryable(error) || (isConnectionFailure(error) && !mayBeCommitted);
}

async function attemptTransaction<T>(
  { pool, isPooled, timed }: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
  progress: Progress,
): Promise<Committed<T>> {
  const client = await pool().connect();
  const { tx, close, beforeCommit, afterCommit } = openTx(client, { prepare: !isPooled, timed });
  let result: T;
  try {
    await client.query(beginOf({ isPooled }));
    result = await work(tx);
    for (const last of beforeCommit) await last();
    close();
    progress.mayBeCommitted = true;
    const { command } = await client.query("commit");
    // PostgreSQL answers a COMMIT after a failed statement by rolling back, without an error.
    if (command !== "COMMIT") throw new Error("the transaction was rolled back: one of its statements had failed");
  } catch (error) {
    close();
    client.release(!(await rolledBack(client, error)));
    throw error;
  }
  client.release();
  return { result, afterCommit };
}

function openTx(client: PoolClient, { prepare, timed }: { prepare: boolean } & Pick<TransactionOptions, "timed">) {
  const beforeCommit: (() => Promise<void>)[] = [];
  const afterCommit: (() => void | Promise<void>)[] = [];
  let isOpen = true;
  const tx: Tx = {
    ...dbOver(async (statement) => {
      if (!isOpen) throw new Error("the transaction is over; was a promise inside it not awaited?");
      return timed(statement.text, client.query(queryConfig(statement, prepare)));
    }),
    isTransaction: true,
    beforeCommit: (work) => {
      beforeCommit.push(work);
    },
    afterCommit: (work) => {
      afterCommit.push(work);
    },
  };
  const close = () => {
    isOpen = false;
  };
  return { tx, close, beforeCommit, afterCommit };
}

/** Whether the connection is good for another transaction. */
async function rolledBack(client: PoolClient, error: unknown): Promise<boolean> {
  if (isConnectionFailure(error)) return false;
  try {
    await client.query("rollback");
    return !isStaleStatement(error);
  } catch {
    return false; // The caller is told why the work failed; this connection is thrown away.
  }
}

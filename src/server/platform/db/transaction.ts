import { setTimeout as delay } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import { queryConfig } from "./connection.ts";
import { dbOver, type Tx } from "./db.ts";
import { isConnectionFailure, isRetryable, isStaleStatement } from "./errors.ts";

const maxAttempts = 3;

export interface TransactionOptions {
  pool: Pool;
  prepare: boolean;
  report: (error: unknown) => void;
}

/** Runs the work in a transaction on a connection of its own; see `Database.transaction`. */
export async function runTransaction<T>(options: TransactionOptions, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptTransaction(options, work);
    } catch (error) {
      if (attempt === maxAttempts || !isRetryable(error)) throw error;
      // A random pause, so that two that collided do not collide again.
      await delay(Math.random() * 20 * attempt);
    }
  }
}

async function attemptTransaction<T>(options: TransactionOptions, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await options.pool.connect();
  const { tx, close, beforeCommit, afterCommit } = openTx(client, options.prepare);
  let result: T;
  try {
    await client.query("begin");
    result = await work(tx);
    for (const last of beforeCommit) await last();
    close();
    const { command } = await client.query("commit");
    // PostgreSQL answers a COMMIT after a failed statement by rolling back, without an error.
    if (command !== "COMMIT") throw new Error("the transaction was rolled back: one of its statements had failed");
  } catch (error) {
    close();
    client.release(!(await rolledBack(client, error)));
    throw error;
  }
  client.release();
  await runAfterCommit(afterCommit, options.report);
  return result;
}

function openTx(client: PoolClient, prepare: boolean) {
  const beforeCommit: (() => Promise<void>)[] = [];
  const afterCommit: (() => void | Promise<void>)[] = [];
  let isOpen = true;
  const tx: Tx = {
    ...dbOver(async (statement) => {
      if (!isOpen) throw new Error("the transaction is over; was a promise inside it not awaited?");
      return client.query(queryConfig(statement, prepare));
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

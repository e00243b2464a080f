import type { Pool, PoolClient } from "pg";
import { isConnectionFailure } from "../db/errors.ts";

/** One of the codes with which graphile-worker tries again, three seconds later and then ever more rarely. */
const triedAgain = "EHOSTUNREACH";

/**
 * Has the queue write down later what came of a job that ended while the database was away. The queue waits for nobody
 * with that, so a failure that it does not try again reaches nobody either, and would end the process.
 *
 * @returns Ends this: a queue that stops does not wait for a database that is away.
 */
export function tryAgainWhileAway(pool: Pool): () => void {
  let isOver = false;
  const named = (error: unknown): never => {
    throw !isOver && isConnectionFailure(error) ? Object.assign(error as Error, { code: triedAgain }) : error;
  };
  const known = new WeakSet<PoolClient>();
  const overClient = (client: PoolClient) => {
    if (known.has(client)) return client;
    known.add(client);
    const query = client.query.bind(client) as (...words: unknown[]) => Promise<unknown> | undefined;
    // Without an answer to wait for there is a callback, which is the pool's own.
    client.query = ((...words: unknown[]) => query(...words)?.catch(named)) as PoolClient["query"];
    return client;
  };
  const connect = pool.connect.bind(pool) as (...words: unknown[]) => Promise<PoolClient>;
  // With a callback it is the queue's own connection for news, which it renews by itself.
  pool.connect = ((...words: unknown[]) =>
    words.length > 0 ? connect(...words) : connect().then(overClient, named)) as Pool["connect"];
  return () => {
    isOver = true;
  };
}

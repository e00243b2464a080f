import type { Db } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export const channel = "cache_invalidated";

/** Tells every process that listens; inside a transaction with its commit, and never without it. */
export async function notify(db: Db, payload: string): Promise<void> {
  await db.run(sql`select pg_notify(${channel}, ${payload})`);
}

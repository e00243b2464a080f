import type { Db } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export const channel = "cache_invalidated";

/** Tells every process that listens; inside a transaction with its commit, and never without it. */
export async function notify(db: Db, payload: string): Promise<void> {
  await db.run(sql`select pg_notify(${channel}, ${payload})`);
}

/** What tells one database from another, also after a failover, and whether a connection with the name is there. */
export function findSurroundings(db: Db, witness: string): Promise<{ database: string; isWitnessed: boolean }> {
  return db.one(sql`
    select current_database() || ' since ' || (select min(applied_at)::text from schema_migrations) as database,
      exists (select from pg_stat_activity
        where datname = current_database() and application_name = ${witness} and pid <> pg_backend_pid()) as "isWitnessed"`);
}

/** The name under which other connections see this one. */
export async function nameConnection(db: Db, name: string): Promise<void> {
  await db.run(sql`select set_config('application_name', ${name}, false)`);
}

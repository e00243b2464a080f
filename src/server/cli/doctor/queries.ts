import type { Db } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";

export interface Server {
  version: string;
  versionNumber: number;
  now: Date;
  isInRecovery: boolean;
  extensions: string[];
}

export function findServer(db: Db): Promise<Server> {
  return db.one<Server>(sql`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as "versionNumber",
      clock_timestamp() as now, pg_is_in_recovery() as "isInRecovery",
      (select coalesce(array_agg(extname::text), '{}') from pg_extension) as extensions`);
}

/** Jobs that gave up, and since when the longest has waited. */
export async function countFailedJobs(db: Db): Promise<{ failed: number; oldestDueAt: Date | null }> {
  return db.one(sql`
    select count(*) filter (where attempts >= max_attempts) as failed,
      min(run_at) filter (where attempts < max_attempts and locked_at is null) as "oldestDueAt"
    from graphile_worker.jobs`);
}

/** Whether there is anybody who may do everything. */
export async function hasAdmin(db: Db): Promise<boolean> {
  const row = await db.maybe(sql`
    select 1 as one from people where role = 'admin' and suspended_at is null limit 1`);
  return row !== undefined;
}

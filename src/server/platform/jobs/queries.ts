import type { Db } from "../db/database.ts";
import { sql } from "../db/sql.ts";
import type { JobRequest } from "./jobs.ts";

/** Adds a job to graphile-worker's queue as part of the caller's transaction. */
export async function addJob(db: Db, { name, payload, runAt, key }: JobRequest): Promise<void> {
  await db.run(sql`
    select graphile_worker.add_job(
      identifier => ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => ${runAt ?? null}::timestamptz,
      job_key => ${key ?? null}::text
    )`);
}

/** How the queue stands. Waiting: due, and nobody has begun; failed: given up after the last attempt. */
export interface QueueState {
  waiting: number;
  failed: number;
  /** How long the first of those that wait has been due. */
  oldestSeconds: number;
}

export async function queueState(db: Db): Promise<QueueState> {
  return db.one<QueueState>(sql`
    select count(*) filter (where attempts < max_attempts and locked_at is null and run_at <= now())::integer as waiting,
           count(*) filter (where attempts >= max_attempts and locked_at is null)::integer as failed,
           coalesce(extract(epoch from now() - min(run_at)
             filter (where attempts < max_attempts and locked_at is null and run_at <= now())), 0)::float8 as "oldestSeconds"
    from graphile_worker._private_jobs`);
}

/** Any numbers that nothing else locks: one kind for the names of queues, one for the moment in which they start. */
const nameLock = 727_002;
const startLock = 727_003;

/** Shows, as long as the connection lives, that the queue of this name does. */
export async function holdName(connection: Db, name: string): Promise<void> {
  await connection.run(sql`select pg_advisory_lock(${nameLock}::int, hashtext(${name}))`);
}

export async function delayReleases(connection: Db): Promise<void> {
  await connection.run(sql`select pg_advisory_lock_shared(${startLock}::int, 0)`);
}

export async function admitReleases(connection: Db): Promise<void> {
  await connection.run(sql`select pg_advisory_unlock_shared(${startLock}::int, 0)`);
}

/**
 * The queues that have jobs locked and whose name nobody holds, besides one's own; none while some queue starts. Those
 * of the command line, which run once, show nothing and are left alone.
 */
export async function absentHolders(connection: Db, own: readonly string[]): Promise<string[]> {
  const rows = await connection.many<{ name: string }>(sql`
    with holders as materialized (
      select distinct locked_by as name from graphile_worker._private_jobs where locked_by like 'pool-%'
      union
      select distinct locked_by from graphile_worker._private_job_queues where locked_by like 'pool-%'
    )
    select name from holders
    where name <> all(${own}::text[]) and pg_try_advisory_xact_lock(${startLock}::int, 0)
      and pg_try_advisory_xact_lock(${nameLock}::int, hashtext(name))`);
  return rows.map(({ name }) => name);
}

export async function unlockJobsOf(connection: Db, names: readonly string[]): Promise<void> {
  await connection.run(sql`select graphile_worker.force_unlock_workers(${names}::text[])`);
}

export async function removeJob(db: Db, key: string): Promise<void> {
  await db.run(sql`select graphile_worker.remove_job(${key}::text)`);
}

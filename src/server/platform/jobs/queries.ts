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

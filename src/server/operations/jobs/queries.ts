import type { JobState } from "../../../shared/operations/jobs-contract.ts";
import type { Db } from "../../platform/db/database.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";

const state: Sql = sql`
  case when locked_at is not null then 'running' when attempts >= max_attempts then 'failed'
    when attempts > 0 then 'retrying' when run_at > now() then 'planned' else 'waiting' end`;

export interface JobCount {
  name: string;
  state: JobState;
  count: number;
}

export function countJobs(db: Db): Promise<JobCount[]> {
  return db.many<JobCount>(sql`
    select task_identifier as name, ${state} as state, count(*)::int as count from graphile_worker.jobs
    group by 1, 2 order by 1, 2`);
}

export interface JobRow {
  id: string;
  name: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  dueAt: Date;
  createdAt: Date;
  lastError: string | null;
}

/** Never what a job is about: that may be anybody's data. */
export function listJobs(db: Db, wanted: JobState | undefined): Promise<JobRow[]> {
  return db.many<JobRow>(sql`
    select * from (
      select id::text as id, task_identifier as name, ${state} as state, attempts::int as attempts,
        max_attempts::int as "maxAttempts", run_at as "dueAt", created_at as "createdAt", last_error as "lastError"
      from graphile_worker.jobs) j
    where ${wanted ?? null}::text is null or j.state = ${wanted ?? null}
    order by array_position(array['failed', 'retrying', 'running', 'waiting', 'planned'], j.state), j."dueAt", j.id
    limit 100`);
}

/** Due now, with all attempts before it. False when somebody is running it. */
export async function rescheduleJob(db: Db, id: string): Promise<boolean> {
  const job = await db.maybe(sql`
    select 1 from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`);
  return job !== undefined;
}

export async function findJobName(db: Db, id: string): Promise<string | undefined> {
  const row = await db.maybe<{ name: string }>(sql`
    select task_identifier as name from graphile_worker.jobs where id = ${id}::bigint`);
  return row?.name;
}

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

import type { Db } from "../../db/database.ts";
import { sql } from "../../db/sql.ts";

/** One attempt at a backup, however it ended. */
export interface BackupRun {
  id: string;
  startedAt: Date;
  finishedAt: Date;
  /** Null when no backup came of it. */
  name: string | null;
  place: string;
  bytes: number | null;
  /** When it had been restored into a scratch database and counted; null when that was not possible. */
  verifiedAt: Date | null;
  /** Why it was not. */
  note: string | null;
  error: string | null;
}

export async function insertRun(db: Db, run: BackupRun): Promise<void> {
  await db.run(sql`
    insert into backup_runs (id, started_at, finished_at, name, place, bytes, verified_at, note, error)
    values (${run.id}::uuid, ${run.startedAt}, ${run.finishedAt}, ${run.name}, ${run.place}, ${run.bytes},
      ${run.verifiedAt}, ${run.note}, ${run.error})`);
}

/** The last attempts, newest first. */
export function listRuns(db: Db, limit: number): Promise<BackupRun[]> {
  return db.many<BackupRun>(sql`
    select id, started_at as "startedAt", finished_at as "finishedAt", name, place, bytes, verified_at as "verifiedAt",
      note, error
    from backup_runs
    order by finished_at desc
    limit ${limit}`);
}

export function findLastSuccess(db: Db): Promise<{ finishedAt: Date; verifiedAt: Date | null } | undefined> {
  return db.maybe(sql`
    select finished_at as "finishedAt", verified_at as "verifiedAt"
    from backup_runs
    where name is not null
    order by finished_at desc
    limit 1`);
}

export async function deleteRunsBefore(db: Db, before: Date): Promise<void> {
  await db.run(sql`delete from backup_runs where finished_at < ${before}`);
}

export async function createDatabase(db: Db, name: string): Promise<void> {
  await db.run({ text: `create database "${name}"`, values: [] });
}

export async function dropDatabase(db: Db, name: string): Promise<void> {
  await db.run({ text: `drop database if exists "${name}" with (force)`, values: [] });
}

/** Databases that a check which was killed left behind. */
export function listScratchDatabases(db: Db, prefix: string): Promise<{ name: string }[]> {
  return db.many(sql`
    select datname as name from pg_database d
    where starts_with(datname, ${prefix})
      and not exists (select from pg_stat_activity a where a.datname = d.datname)`);
}

import type { Db } from "../../db/database.ts";
import type { Session } from "../../db/session.ts";
import { sql } from "../../db/sql.ts";

export interface Table {
  name: string;
  /** Without those that the database computes itself. */
  columns: string[];
}

/** What belongs to the database rather than to the installation's content. */
const notContent = ["schema_migrations", "backup_runs"];

/** How rows are written as text must not depend on how a server or a role is set up. */
const plainText = `
  set timezone = 'UTC';
  set datestyle = 'ISO, MDY';
  set intervalstyle = 'postgres';
  set extra_float_digits = 1;
  set bytea_output = 'hex';
  set client_encoding = 'UTF8';
  set search_path = public, pg_catalog;`;

/** Begins to see the database as it is now, for as long as the session lasts. */
export async function beginSnapshot(session: Session): Promise<void> {
  await session.script(`${plainText}
    begin transaction isolation level repeatable read read only`);
}

export async function beginRestore(session: Session): Promise<void> {
  await session.script(`${plainText}
    begin`);
}

/** All tables that hold content. */
export function listTables(db: Db): Promise<Table[]> {
  return db.many<Table>(sql`
    select c.relname as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all(${notContent}::text[])
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname
    order by c.relname`);
}

/** Keeps the tables from being changed in shape, or dropped, while they are copied. Reading and writing goes on. */
export async function holdTables(session: Session, tables: Table[]): Promise<void> {
  await session.script(`lock table ${tables.map(({ name }) => quoted(name)).join(", ")} in access share mode`);
}

export const copyOfTable = ({ name, columns }: Table): string => `copy ${quoted(name)} (${list(columns)}) to stdout`;
export const copyIntoTable = ({ name, columns }: Table): string => `copy ${quoted(name)} (${list(columns)}) from stdin`;

/**
 * Work that was promised, such as mail, in a form that does not depend on the queue's own tables. What has used up its
 * attempts stays behind; what runs just now is done again after a restore.
 */
export const copyOfJobs = `copy (
  select t.identifier, j.payload, j.run_at, j.max_attempts, j.key, j.priority
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts < j.max_attempts
  order by j.id) to stdout`;

export async function hasJobs(db: Db): Promise<boolean> {
  const { exists } = await db.one<{ exists: boolean }>(
    sql`select to_regclass('graphile_worker._private_jobs') is not null as exists`,
  );
  return exists;
}

export const copyIntoJobs = "copy restored_jobs from stdin";

export async function makeJobsTable(session: Session): Promise<void> {
  await session.script(`create temporary table restored_jobs (
    identifier text, payload json, run_at timestamptz, max_attempts int, key text, priority int) on commit drop`);
}

export async function addRestoredJobs(db: Db): Promise<void> {
  await db.many(sql`
    select graphile_worker.add_job(identifier, payload => payload, run_at => run_at, max_attempts => max_attempts,
      job_key => key, priority => priority)
    from restored_jobs`);
}

export interface Counter {
  table: string;
  column: string;
  value: number;
}

/** Columns whose numbers come from a sequence, and the last number each has given. */
export function listCounters(db: Db): Promise<Counter[]> {
  return db.many<Counter>(sql`
    select c.relname as "table", a.attname as "column", s.last_value as value
    from pg_sequences s
    join pg_class q on q.relname = s.sequencename and q.relnamespace = 'public'::regnamespace
    join pg_depend d on d.objid = q.oid and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
      and d.deptype in ('a', 'i')
    join pg_class c on c.oid = d.refobjid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
    where s.schemaname = 'public' and s.last_value is not null
    order by 1, 2`);
}

export async function setCounter(db: Db, { table, column, value }: Counter): Promise<void> {
  await db.many(sql`select setval(pg_get_serial_sequence(${`public.${quoted(table)}`}, ${column}), ${value}::bigint)`);
}

/** The migrations that made the tables; none when there are no tables. */
export async function listApplied(db: Db): Promise<{ name: string; checksum: string }[]> {
  const { exists } = await db.one<{ exists: boolean }>(
    sql`select to_regclass('public.schema_migrations') is not null as exists`,
  );
  return exists ? db.many(sql`select name, checksum from schema_migrations order by name`) : [];
}

export async function serverVersion(db: Db): Promise<string> {
  return (await db.one<{ version: string }>(sql`select current_setting('server_version') as version`)).version;
}

/** Whether somebody else of ours is connected to the database. */
export async function isInUse(db: Db): Promise<boolean> {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name = 'workshopsai'`);
  return count > 0;
}

export async function countRows(session: Session, table: string): Promise<number> {
  return (await session.one<{ count: number }>({ text: `select count(*) from ${quoted(table)}`, values: [] })).count;
}

const list = (names: string[]) => names.map(quoted).join(", ");
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

import type { Db } from "../../platform/db/database.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";

export interface DatabaseRow {
  version: string;
  versionNumber: number;
  bytes: number;
  since: Date | null;
}

export function findDatabase(db: Db): Promise<DatabaseRow> {
  return db.one<DatabaseRow>(sql`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as "versionNumber",
      pg_database_size(current_database())::float8 as bytes,
      (select stats_reset from pg_stat_database where datname = current_database()) as since`);
}

export interface TableRow {
  name: string;
  bytes: number;
  ownBytes: number;
  rows: number;
  deadRows: number;
  wholeReads: number;
  rowsReadWhole: number;
  indexReads: number;
  vacuumedAt: Date | null;
  analyzedAt: Date | null;
}

/** The largest tables first, those of the job queue among them. */
export function listTables(db: Db): Promise<TableRow[]> {
  return db.many<TableRow>(sql`
    select case schemaname when 'public' then '' else schemaname || '.' end || relname as name,
      pg_total_relation_size(relid)::float8 as bytes, pg_relation_size(relid)::float8 as "ownBytes",
      n_live_tup::float8 as rows, n_dead_tup::float8 as "deadRows",
      seq_scan::float8 as "wholeReads", seq_tup_read::float8 as "rowsReadWhole",
      coalesce(idx_scan, 0)::float8 as "indexReads",
      greatest(last_vacuum, last_autovacuum) as "vacuumedAt", greatest(last_analyze, last_autoanalyze) as "analyzedAt"
    from pg_stat_user_tables order by bytes desc, name limit 200`);
}

export interface IndexRow {
  name: string;
  table: string;
  bytes: number;
}

/** Indexes that nothing has read since the figures began and that uphold no rule. */
export function listUnusedIndexes(db: Db): Promise<IndexRow[]> {
  return db.many<IndexRow>(sql`
    select s.indexrelname as name, s.relname as table, pg_relation_size(s.indexrelid)::float8 as bytes
    from pg_stat_user_indexes s join pg_index i using (indexrelid)
    where s.idx_scan = 0 and not i.indisunique and not i.indisexclusion and s.schemaname = 'public'
      and not exists (select 1 from pg_constraint c where c.conindid = s.indexrelid)
    order by bytes desc, name limit 100`);
}

/** Whether the server counts statements, and whether this database may look at the counts. */
export function findStatementCounting(db: Db): Promise<{ isLoaded: boolean; isInstalled: boolean }> {
  return db.one(sql`
    select current_setting('pg_stat_statements.max', true) is not null as "isLoaded",
      to_regclass('pg_stat_statements') is not null as "isInstalled"`);
}

export interface StatementRow {
  id: string;
  text: string;
  calls: number;
  rows: number;
  meanMs: number;
  maxMs: number;
  totalMs: number;
}

/**
 * Of this database, and only queries: the text of everything else, such as a new password, keeps its values. Another
 * account's statements show no text to us.
 */
const ownQueries: Sql = sql`
  s.dbid = (select oid from pg_database where datname = current_database()) and s.queryid is not null
  and s.query ~* '^[[:space:]]*(select|insert|update|delete|merge|with|values)\\M'`;

export function listStatements(db: Db): Promise<StatementRow[]> {
  return db.many<StatementRow>(sql`
    select s.queryid::text as id, min(s.query) as text, sum(s.calls)::float8 as calls, sum(s.rows)::float8 as rows,
      sum(s.total_exec_time) / greatest(sum(s.calls), 1) as "meanMs", max(s.max_exec_time) as "maxMs",
      sum(s.total_exec_time) as "totalMs"
    from pg_stat_statements s where ${ownQueries}
    group by s.queryid order by sum(s.total_exec_time) desc limit 50`);
}

/** The server's own text of a statement that it has counted. */
export async function findStatementText(db: Db, id: string): Promise<string | undefined> {
  const row = await db.maybe<{ text: string }>(sql`
    select s.query as text from pg_stat_statements s where ${ownQueries} and s.queryid::text = ${id} limit 1`);
  return row?.text;
}

/** Makes sure that asking for a plan changes nothing and takes no time. */
export async function beginPlanning(tx: Db): Promise<void> {
  await tx.run(sql`set transaction read only`);
  await tx.run(sql`set local statement_timeout = 2000`);
}

/**
 * The text must be the server's own: it becomes part of the statement. A prepared one would ask for the values that it
 * shows as `$1`.
 */
export async function explainStatement(tx: Db, text: string): Promise<string[]> {
  const rows = await tx.many<Record<"QUERY PLAN", string>>({
    text: `explain (generic_plan) ${text}`,
    values: [],
    isRunOnce: true,
  });
  return rows.map((row) => row["QUERY PLAN"]);
}

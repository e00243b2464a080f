import type { Db } from "../../src/server/platform/db/database.ts";
import { sql } from "../../src/server/platform/db/sql.ts";

/** Adds the function that `databaseDigest` calls to a test's own database. */
export async function prepareDigest(db: Db): Promise<void> {
  // `xmin` is the number of the transaction that wrote a row: every insert, update and delete changes the sum or the
  // count, while a lock changes neither.
  await db.run(sql`
    create function database_digest() returns jsonb language plpgsql as $$
    declare
      digest jsonb := '{}';
      each record;
      rows_written text;
    begin
      for each in
        select schemaname, tablename from pg_tables
        where schemaname = 'public' or (schemaname = 'graphile_worker' and tablename = '_private_jobs')
      loop
        execute format('select count(*) || '' rows, '' || coalesce(sum(xmin::text::bigint), 0) from %I.%I',
          each.schemaname, each.tablename) into rows_written;
        digest := digest || jsonb_build_object(each.tablename, rows_written);
      end loop;
      return digest;
    end
    $$`);
}

/** What is in every table, in short: differs as soon as any row was added, changed or removed. */
export async function databaseDigest(db: Db): Promise<Record<string, string>> {
  const { digest } = await db.one<{ digest: Record<string, string> }>(sql`select database_digest() as digest`);
  return digest;
}

/** The tables in which something differs. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table]);
}

import type { DatabaseFigures } from "../../../shared/operations/database-contract.ts";
import type { Database } from "../../platform/db/database.ts";
import { findDatabase, listTables, listUnusedIndexes, type TableRow } from "./queries.ts";

/** A table smaller than this is read from end to end as quickly as through an index. */
const bigFromRows = 10_000;
const oftenFromReads = 50;

/** Sizes and reads as PostgreSQL counts them, with what looks as if it could be better. */
export async function showDatabase(db: Database): Promise<DatabaseFigures> {
  const [{ version, bytes, since }, tables, unusedIndexes] = await Promise.all([
    findDatabase(db),
    listTables(db),
    listUnusedIndexes(db),
  ]);
  return { version, bytes, since: textOf(since), tables: tables.map(presentTable), unusedIndexes };
}

function presentTable({ ownBytes, rowsReadWhole, vacuumedAt, analyzedAt, ...table }: TableRow) {
  const all = table.rows + table.deadRows;
  return {
    ...table,
    deadBytes: all === 0 ? 0 : Math.round((ownBytes * table.deadRows) / all),
    vacuumedAt: textOf(vacuumedAt),
    analyzedAt: textOf(analyzedAt),
    wantsIndex: wantsIndex({ rows: table.rows, wholeReads: table.wholeReads, rowsReadWhole }),
  };
}

/** Whether a big table is often read from end to end, most of it for nothing. */
export function wantsIndex(table: Pick<TableRow, "rows" | "wholeReads" | "rowsReadWhole">): boolean {
  const { rows, wholeReads, rowsReadWhole } = table;
  return rows >= bigFromRows && wholeReads >= oftenFromReads && rowsReadWhole / wholeReads >= bigFromRows / 2;
}

const textOf = (moment: Date | null) => moment?.toISOString() ?? null;

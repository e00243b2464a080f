import type { DatabaseFigures, StatementList } from "../../../shared/operations/database-contract.ts";
import type { Readings } from "../../../shared/operations/readings.ts";
import type { Tx } from "../../platform/db/database.ts";
import { showDatabase } from "../database/show-database.ts";
import { showStatements } from "../database/show-statements.ts";
import type { OperationsDeps } from "../deps.ts";
import { showJobs } from "../jobs/show-jobs.ts";
import { findAlerts, findSizes, type Sizes } from "./queries.ts";

/** What a report is made of. */
export interface ReportFigures {
  at: Date;
  alerts: Awaited<ReturnType<typeof findAlerts>>;
  readings: Readings;
  statements: StatementList;
  failedJobs: { name: string; count: number }[];
  backup: { finishedAt: Date; verifiedAt: Date | null } | undefined;
  /** In the first week of a month, when a month's reads have been counted. */
  indexes: { unused: DatabaseFigures["unusedIndexes"]; lacking: string[] } | undefined;
  /** The big tables, with what came since the last report; null without one. */
  tables: { name: string; rows: number; bytes: number; moreRows: number | null; moreBytes: number | null }[];
  /** All tables, for the next report. */
  sizes: Sizes;
}

const weekMs = 7 * 24 * 60 * 60 * 1000;
const bigTables = 10;
const slowest = 5;

export async function gather(deps: OperationsDeps, tx: Tx): Promise<ReportFigures> {
  const { db, clock, metrics, backups } = deps;
  const at = clock.now();
  const last = await findSizes(tx);
  const { tables, unusedIndexes } = await showDatabase(db);
  const statements = await showStatements(db);
  const { counts } = await showJobs(db, "failed");
  const lacking = tables.filter(({ wantsIndex }) => wantsIndex).map(({ name }) => name);
  return {
    at,
    alerts: await findAlerts(db, new Date(at.getTime() - weekMs)),
    readings: await metrics.readings(),
    statements: { ...statements, items: statements.items.slice(0, slowest) },
    failedJobs: counts.filter(({ state }) => state === "failed"),
    backup: await backups.lastBackup(),
    indexes: at.getUTCDate() <= 7 ? { unused: unusedIndexes, lacking } : undefined,
    tables: tables.slice(0, bigTables).map((table) => grown(table, last)),
    sizes: {
      at: at.toISOString(),
      tables: Object.fromEntries(tables.map(({ name, rows, bytes }) => [name, { rows, bytes }])),
    },
  };
}

function grown({ name, rows, bytes }: { name: string; rows: number; bytes: number }, last: Sizes | undefined) {
  const before = last && (last.tables[name] ?? { rows: 0, bytes: 0 });
  const more = { moreRows: before ? rows - before.rows : null, moreBytes: before ? bytes - before.bytes : null };
  return { name, rows, bytes, ...more };
}

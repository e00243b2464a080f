import type { Db, Tx } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";
import { keep, lockKept } from "../../platform/kept-values/queries.ts";

/** How big tables were, to be compared with the next time. */
export interface Sizes {
  at: string;
  tables: Record<string, { rows: number; bytes: number }>;
}

const name = "operations.report";

/** Of the last report; its row is locked until the transaction ends, so that no two send the same. */
export const findSizes = (tx: Tx): Promise<Sizes | undefined> => lockKept(tx, name);

export const saveSizes = (tx: Tx, sizes: Sizes): Promise<void> =>
  keep(tx, name, { value: sizes, at: new Date(sizes.at) });

/** Alerts that were raised and are still there, and how many ended since the moment. */
export async function findAlerts(db: Db, since: Date) {
  const open = await db.many<{ type: string; subject: string; raisedAt: Date }>(sql`
    select type, subject, raised_at as "raisedAt" from alerts where raised_at is not null and resolved_at is null
    order by raised_at, id limit 50`);
  const { resolved } = await db.one<{ resolved: number }>(sql`
    select count(*)::int as resolved from alerts where raised_at is not null and resolved_at >= ${since}`);
  return { open, resolved };
}

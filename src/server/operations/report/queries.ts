import type { Db } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";

/** How big tables were, to be compared with the next time. */
export interface Sizes {
  at: string;
  tables: Record<string, { rows: number; bytes: number }>;
}

const name = "operations.report";

/** Of the last report; its row is locked until the transaction ends, so that no two send the same. */
export async function findSizes(tx: Db): Promise<Sizes | undefined> {
  const row = await tx.maybe<{ value: Sizes }>(sql`select value from settings where name = ${name} for update`);
  return row?.value;
}

export async function saveSizes(tx: Db, sizes: Sizes): Promise<void> {
  await tx.run(sql`
    insert into settings (name, value, updated_at) values (${name}, ${JSON.stringify(sizes)}::jsonb, ${sizes.at})
    on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`);
}

/** Alerts that were raised and are still there, and how many ended since the moment. */
export async function findAlerts(db: Db, since: Date) {
  const open = await db.many<{ type: string; subject: string; raisedAt: Date }>(sql`
    select type, subject, raised_at as "raisedAt" from alerts where raised_at is not null and resolved_at is null
    order by raised_at, id limit 50`);
  const { resolved } = await db.one<{ resolved: number }>(sql`
    select count(*)::int as resolved from alerts where raised_at is not null and resolved_at >= ${since}`);
  return { open, resolved };
}

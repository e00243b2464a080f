import type { Db } from "../db/database.ts";
import { sql } from "../db/sql.ts";

/** Since when, and what people are told besides. */
export interface MaintenanceState {
  since: string;
  notice: string | null;
}

const name = "maintenance";

export async function findMaintenance(db: Db): Promise<MaintenanceState | null> {
  const row = await db.maybe<{ value: MaintenanceState }>(sql`select value from settings where name = ${name}`);
  return row?.value ?? null;
}

export async function saveMaintenance(db: Db, state: MaintenanceState, at: Date): Promise<void> {
  await db.run(sql`
    insert into settings (name, value, updated_at) values (${name}, ${JSON.stringify(state)}::jsonb, ${at})
    on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`);
}

export async function deleteMaintenance(db: Db): Promise<void> {
  await db.run(sql`delete from settings where name = ${name}`);
}

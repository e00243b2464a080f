import type { Db } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";

/** A level other than that of the settings, and until when. */
export interface KeptLevel {
  level: string;
  until: string;
}

const name = "log.level";

export async function findLevel(db: Db): Promise<KeptLevel | undefined> {
  const row = await db.maybe<{ value: KeptLevel }>(sql`select value from settings where name = ${name}`);
  return row?.value;
}

export async function saveLevel(db: Db, kept: KeptLevel, at: Date): Promise<void> {
  await db.run(sql`
    insert into settings (name, value, updated_at) values (${name}, ${JSON.stringify(kept)}::jsonb, ${at})
    on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`);
}

export async function deleteLevel(db: Db): Promise<void> {
  await db.run(sql`delete from settings where name = ${name}`);
}

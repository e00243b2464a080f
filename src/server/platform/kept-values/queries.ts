import type { Db, Tx } from "../db/database.ts";
import { sql } from "../db/sql.ts";

/** What the installation keeps under this name; undefined when it keeps nothing. */
export async function findKept<Value>(db: Db, name: string): Promise<Value | undefined> {
  const row = await db.maybe<{ value: Value }>(sql`select value from settings where name = ${name}`);
  return row?.value;
}

/** The same, locked until the transaction ends. What is not there yet cannot be locked. */
export async function lockKept<Value>(tx: Tx, name: string): Promise<Value | undefined> {
  const row = await tx.maybe<{ value: Value }>(sql`select value from settings where name = ${name} for update`);
  return row?.value;
}

export async function keep(db: Db, name: string, { value, at }: { value: object; at: Date }): Promise<void> {
  await db.run(sql`
    insert into settings (name, value, updated_at) values (${name}, ${JSON.stringify(value)}::jsonb, ${at})
    on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`);
}

export async function forget(db: Db, name: string): Promise<void> {
  await db.run(sql`delete from settings where name = ${name}`);
}

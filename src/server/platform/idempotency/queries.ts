import type { Db } from "../db/database.ts";
import { sql } from "../db/sql.ts";

export interface KeptAnswer {
  requestHash: string;
  /** Null while the first request is still being worked on. */
  status: number | null;
  body: string | null;
}

/** Claims the key; true for the one caller who may do the work. A claim left behind by a crash lapses after a minute. */
export async function claimKey(db: Db, scope: string, claim: { key: string; requestHash: string }): Promise<boolean> {
  const claimed = await db.run(sql`
    insert into idempotency_keys (scope, key, request_hash) values (${scope}, ${claim.key}, ${claim.requestHash})
    on conflict (scope, key) do update set created_at = now(), request_hash = excluded.request_hash
      where idempotency_keys.status is null and idempotency_keys.created_at < now() - interval '1 minute'`);
  return claimed === 1;
}

export function findKey(db: Db, scope: string, key: string): Promise<KeptAnswer | undefined> {
  return db.maybe<KeptAnswer>(sql`
    select request_hash as "requestHash", status, body from idempotency_keys where scope = ${scope} and key = ${key}`);
}

export async function keepAnswer(db: Db, scope: string, answer: { key: string; status: number; body: string }) {
  await db.run(sql`
    update idempotency_keys set status = ${answer.status}, body = ${answer.body}
    where scope = ${scope} and key = ${answer.key}`);
}

export async function releaseKey(db: Db, scope: string, key: string): Promise<void> {
  await db.run(sql`delete from idempotency_keys where scope = ${scope} and key = ${key} and status is null`);
}

export function deleteOldKeys(db: Db): Promise<number> {
  return db.run(sql`delete from idempotency_keys where created_at < now() - interval '24 hours'`);
}

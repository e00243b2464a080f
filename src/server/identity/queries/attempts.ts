import type { Db } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";

/** Makes counting and adding one step for everyone who tries the same subject, until the transaction ends. */
export async function lockAttempts(db: Db, subject: string): Promise<void> {
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
}

export interface Attempts {
  count: number;
  /** Of those counted. */
  oldest: Date | null;
}

export function countAttempts(db: Db, subject: string, since: Date): Promise<Attempts> {
  return db.one(sql`
    select count(*) as count, min(failed_at) as oldest
    from sign_in_failures where subject = ${subject} and failed_at > ${since}`);
}

export async function insertAttempt(db: Db, subject: string, at: Date): Promise<void> {
  await db.run(sql`insert into sign_in_failures (subject, failed_at) values (${subject}, ${at})`);
}

/** Once per account that the attempts are about, however often it fails. Tells whether it was counted now. */
export async function insertAttemptAbout(
  db: Db,
  subject: string,
  { about, at, since }: { about: string; at: Date; since: Date },
): Promise<boolean> {
  const inserted = await db.many(sql`
    insert into sign_in_failures (subject, about, failed_at)
    select ${subject}::text, ${about}::text, ${at}::timestamptz
    where not exists (
      select 1 from sign_in_failures where subject = ${subject} and about = ${about} and failed_at > ${since})
    returning about`);
  return inserted.length > 0;
}

export async function deleteAttemptsAbout(db: Db, subject: string, about: string): Promise<void> {
  await db.run(sql`delete from sign_in_failures where subject = ${subject} and about = ${about}`);
}

export async function deleteAttempts(db: Db, subject: string): Promise<void> {
  await db.run(sql`delete from sign_in_failures where subject = ${subject}`);
}

export async function deleteAttemptsBefore(db: Db, before: Date): Promise<void> {
  await db.run(sql`delete from sign_in_failures where failed_at < ${before}`);
}

import type { Db } from "../../platform/db/database.ts";
import { sql, sqlEmpty } from "../../platform/db/sql.ts";
import type { LoginSessionRow } from "../tables.ts";

export interface NewLoginSession {
  id: string;
  personId: string;
  tokenHash: string;
  expiresAt: Date;
  at: Date;
}

export async function insertLoginSession(db: Db, session: NewLoginSession): Promise<void> {
  await db.run(sql`
    insert into login_sessions (id, person_id, token, expires_at, created_at, updated_at)
    values (${session.id}, ${session.personId}, ${session.tokenHash}, ${session.expiresAt}, ${session.at}, ${session.at})`);
}

export function loginSessionByToken(db: Db, tokenHash: string): Promise<LoginSessionRow | undefined> {
  return db.maybe(sql`
    select id, person_id as "personId", expires_at as "expiresAt", updated_at as "touchedAt"
    from login_sessions where token = ${tokenHash}`);
}

export async function prolongLoginSession(db: Db, id: string, times: { expiresAt: Date; at: Date }): Promise<void> {
  await db.run(
    sql`update login_sessions set expires_at = ${times.expiresAt}, updated_at = ${times.at} where id = ${id}`,
  );
}

/** Ends one login session; gives the hash of its token. */
export async function deleteLoginSession(db: Db, id: string): Promise<string[]> {
  return tokens(await db.many(sql`delete from login_sessions where id = ${id} returning token`));
}

/** Ends all login sessions of a person, or all but one; gives the hashes of their tokens. */
export async function deleteLoginSessionsOf(db: Db, personId: string, exceptId?: string): Promise<string[]> {
  const except = exceptId === undefined ? sqlEmpty : sql`and id <> ${exceptId}`;
  return tokens(await db.many(sql`delete from login_sessions where person_id = ${personId} ${except} returning token`));
}

export async function deleteExpiredLoginSessions(db: Db, now: Date): Promise<void> {
  await db.run(sql`delete from login_sessions where expires_at <= ${now}`);
}

/** Login sessions that would still be taken. */
export async function countLoginSessions(db: Db, now: Date): Promise<number> {
  const row = await db.one<{ count: number }>(sql`
    select count(*)::integer as count from login_sessions where expires_at > ${now}`);
  return row.count;
}

function tokens(rows: { token: string }[]): string[] {
  return rows.map(({ token }) => token);
}

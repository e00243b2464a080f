import { newId } from "../../../shared/kernel/id.ts";
import type { Db } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";
import type { TokenPurpose, TokenSubject } from "../tables.ts";

export interface TokenKey {
  purpose: TokenPurpose;
  tokenHash: string;
}

const identifierOf = ({ purpose, tokenHash }: TokenKey) => `${purpose}:${tokenHash}`;

export async function insertVerification(
  db: Db,
  key: TokenKey,
  { subject, expiresAt, at }: { subject: TokenSubject; expiresAt: Date; at: Date },
): Promise<void> {
  await db.run(sql`
    insert into verifications (id, identifier, value, expires_at, created_at, updated_at)
    values (${newId(at.getTime())}, ${identifierOf(key)}, ${JSON.stringify(subject)}, ${expiresAt}, ${at}, ${at})`);
}

/** What the token stands for, while it is good. */
export async function findVerification(db: Db, key: TokenKey, now: Date): Promise<TokenSubject | undefined> {
  return parsed(
    await db.maybe(
      sql`select value from verifications where identifier = ${identifierOf(key)} and expires_at > ${now}`,
    ),
  );
}

/** The same, and spends the token: of two callers at once only one gets it. */
export async function takeVerification(db: Db, key: TokenKey, now: Date): Promise<TokenSubject | undefined> {
  return parsed(
    await db.maybe(sql`
      delete from verifications where identifier = ${identifierOf(key)} and expires_at > ${now} returning value`),
  );
}

/** Makes every token that was mailed to the person worthless. */
export async function deleteVerificationsOf(db: Db, personId: string): Promise<void> {
  await db.run(sql`delete from verifications where value::jsonb ->> 'personId' = ${personId}`);
}

export async function deleteExpiredVerifications(db: Db, now: Date): Promise<void> {
  await db.run(sql`delete from verifications where expires_at <= ${now}`);
}

function parsed(row: { value: string } | undefined): TokenSubject | undefined {
  return row && (JSON.parse(row.value) as TokenSubject);
}

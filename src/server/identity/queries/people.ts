import type { Language } from "../../../shared/kernel/locale.ts";
import type { Role } from "../../../shared/kernel/permission.ts";
import type { Db } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";
import type { CredentialsRow, PersonRow } from "../tables.ts";

const personColumns = sql`
  people.id, people.name, people.email, people.email_verified as "isEmailVerified", people.role, people.language,
  people.suspended_at as "suspendedAt", people.created_at as "createdAt"`;

/** Whether the person was added; false when the address is taken. */
export async function insertPerson(db: Db, person: PersonRow): Promise<boolean> {
  const added = await db.run(sql`
    insert into people (id, name, email, email_verified, role, language, suspended_at, created_at, updated_at)
    values (${person.id}, ${person.name}, ${person.email}, ${person.isEmailVerified}, ${person.role},
      ${person.language}, ${person.suspendedAt}, ${person.createdAt}, ${person.createdAt})
    on conflict ((lower(email))) do nothing`);
  return added === 1;
}

export function personById(db: Db, id: string): Promise<PersonRow | undefined> {
  return db.maybe(sql`select ${personColumns} from people where id = ${id}`);
}

/** The person, locked until the transaction ends. */
export function lockPerson(db: Db, id: string): Promise<PersonRow | undefined> {
  return db.maybe(sql`select ${personColumns} from people where id = ${id} for update`);
}

export function personByEmail(db: Db, email: string): Promise<PersonRow | undefined> {
  return db.maybe(sql`select ${personColumns} from people where lower(email) = ${email}`);
}

const credentials = sql`
  select ${personColumns}, sign_in_methods.password as "passwordHash"
  from people
  left join sign_in_methods on sign_in_methods.person_id = people.id and sign_in_methods.provider_id = 'credential'`;

export function credentialsByEmail(db: Db, email: string): Promise<CredentialsRow | undefined> {
  return db.maybe(sql`${credentials} where lower(people.email) = ${email}`);
}

export function credentialsById(db: Db, id: string): Promise<CredentialsRow | undefined> {
  return db.maybe(sql`${credentials} where people.id = ${id}`);
}

export function peopleWithIds(db: Db, ids: readonly string[]): Promise<PersonRow[]> {
  return db.many(sql`select ${personColumns} from people where id = any(${ids}::uuid[]) order by name, id`);
}

export interface PersonChange {
  name?: string | undefined;
  language?: Language | undefined;
  at: Date;
}

export function updatePerson(db: Db, id: string, change: PersonChange): Promise<PersonRow | undefined> {
  return db.maybe(sql`
    update people
    set name = coalesce(${change.name ?? null}, name), language = coalesce(${change.language ?? null}, language),
      updated_at = ${change.at}
    where id = ${id}
    returning ${personColumns}`);
}

export function markVerified(db: Db, id: string, at: Date): Promise<PersonRow> {
  return db.one(sql`
    update people set email_verified = true, updated_at = ${at} where id = ${id} returning ${personColumns}`);
}

export function updateRole(db: Db, id: string, { role, at }: { role: Role; at: Date }): Promise<PersonRow> {
  return db.one(sql`
    update people set role = ${role}, updated_at = ${at} where id = ${id} returning ${personColumns}`);
}

export function updateSuspension(
  db: Db,
  id: string,
  { suspendedAt, at }: { suspendedAt: Date | null; at: Date },
): Promise<PersonRow> {
  return db.one(sql`
    update people set suspended_at = ${suspendedAt}, updated_at = ${at} where id = ${id} returning ${personColumns}`);
}

/** The admins who can act, locked in one order, so that two who demote each other cannot both succeed. */
export async function lockActiveAdmins(db: Db): Promise<string[]> {
  const admins = await db.many<{ id: string }>(sql`
    select id from people where role = 'admin' and suspended_at is null order by id for update`);
  return admins.map(({ id }) => id);
}

export async function hasAdmin(db: Db): Promise<boolean> {
  return (await db.maybe(sql`select 1 from people where role = 'admin' limit 1`)) !== undefined;
}

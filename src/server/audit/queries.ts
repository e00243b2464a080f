import type { Db } from "../platform/db/database.ts";
import { type Sql, sql, sqlJoin } from "../platform/db/sql.ts";
import type { AuditEntry } from "./entry.ts";

export async function insertEntry(db: Db, entry: AuditEntry): Promise<void> {
  await db.run(sql`
    insert into audit_log (at, actor_id, action, subject_type, subject_id, details)
    values (${entry.at}, ${entry.actorId}, ${entry.action}, ${entry.subjectType}, ${entry.subjectId},
      ${JSON.stringify(entry.details ?? {})}::jsonb)`);
}

/** Which entries; what is left out does not matter. */
export interface EntryFilter {
  actorId?: string | undefined;
  action?: string | undefined;
  subjectType?: string | undefined;
  subjectId?: string | undefined;
  /** From this moment on, and before that one. */
  from?: string | undefined;
  to?: string | undefined;
}

/** The place of an entry in the log: its moment in microseconds since 1970, and its number. */
export type EntryPlace = readonly [microseconds: string, id: string];

/** An entry as it was written, with the name that its actor has now. */
export interface EntryRow extends Required<AuditEntry> {
  id: string;
  microseconds: string;
  actorName: string | null;
  details: Record<string, unknown>;
}

/** The newest first, after the place. */
export function listEntries(
  db: Db,
  filter: EntryFilter,
  { after, limit }: { after: EntryPlace | undefined; limit: number },
): Promise<EntryRow[]> {
  const conditions = [sql`true`, ...conditionsOf(filter), ...(after ? [isAfter(after)] : [])];
  return db.many<EntryRow>(sql`
    select a.id::text as id, a.at, (extract(epoch from a.at) * 1000000)::bigint::text as microseconds,
      a.actor_id as "actorId", p.name as "actorName", a.action, a.subject_type as "subjectType",
      a.subject_id as "subjectId", a.details
    from (select * from audit_log where ${sqlJoin(conditions, sql` and `)} order by at desc, id desc limit ${limit}) a
    left join people p on p.id = a.actor_id
    order by a.at desc, a.id desc`);
}

function isAfter([microseconds, id]: EntryPlace): Sql {
  const at = sql`'epoch'::timestamptz + ${microseconds}::bigint * interval '1 microsecond'`;
  return sql`(at, id) < (${at}, ${id}::bigint)`;
}

function conditionsOf({ actorId, action, subjectType, subjectId, from, to }: EntryFilter): Sql[] {
  return [
    ...(actorId === undefined ? [] : [sql`actor_id = ${actorId}::uuid`]),
    ...(action === undefined ? [] : [sql`action = ${action}`]),
    ...(subjectType === undefined ? [] : [sql`subject_type = ${subjectType}`]),
    ...(subjectId === undefined ? [] : [sql`subject_id = ${subjectId}`]),
    ...(from === undefined ? [] : [sql`at >= ${from}::timestamptz`]),
    ...(to === undefined ? [] : [sql`at < ${to}::timestamptz`]),
  ];
}

/** Every action there is: one look into the index for each, however long the log. */
export async function listActions(db: Db): Promise<string[]> {
  const rows = await db.many<{ action: string }>(sql`
    with recursive known(action) as (
      (select action from audit_log order by action limit 1)
      union all
      select (select a.action from audit_log a where a.action > known.action order by a.action limit 1)
      from known where known.action is not null)
    select action from known where action is not null`);
  return rows.map(({ action }) => action);
}

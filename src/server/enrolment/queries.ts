import type { z } from "zod";
import type { EnrolmentStatus, Obstacle } from "../../shared/enrolment/contract.ts";
import type { Db, Tx } from "../platform/db/database.ts";
import { sql, sqlEmpty } from "../platform/db/sql.ts";
import type { Occupancy } from "./seat.ts";
import type { EnrolledPerson, EnrolmentRow, MyEnrolmentRow, StudioEnrolmentRow } from "./tables.ts";

const isLiving = sql`e.enrollment_status in ('pending', 'confirmed', 'waitlisted', 'offered', 'completed') and e.deleted_at is null`;
const holdsSeat = sql`e.enrollment_status in ('confirmed', 'offered', 'completed') and e.deleted_at is null`;
const isWaiting = sql`e.enrollment_status = 'waitlisted' and e.deleted_at is null`;

const columns = sql`e.id, e.workshop_id as "workshopId", e.participant_id as "participantId", e.enrollment_status as status,
  case when e.enrollment_status = 'waitlisted' then (select count(*)::int from enrollments ahead
    where ahead.workshop_id = e.workshop_id and ahead.enrollment_status = 'waitlisted' and ahead.deleted_at is null
      and ahead.arrival_number <= e.arrival_number) end as position,
  e.offered_until as "offeredUntil", e.created_at as "createdAt"`;

export function findEnrolment(db: Db, id: string): Promise<EnrolmentRow | undefined> {
  return db.maybe(sql`select ${columns} from enrollments e where e.id = ${id}::uuid and e.deleted_at is null`);
}

export function findLiving(db: Db, workshopId: string, personId: string): Promise<EnrolmentRow | undefined> {
  return db.maybe(sql`
    select ${columns} from enrollments e
    where e.workshop_id = ${workshopId}::uuid and e.participant_id = ${personId}::uuid and ${isLiving}`);
}

/** How full the workshop is. Exact while its row is locked. */
export function countOccupancy(db: Db, workshopId: string): Promise<Occupancy> {
  return db.one(sql`
    select count(*) filter (where ${holdsSeat})::int as taken, count(*) filter (where ${isWaiting})::int as waiting
    from enrollments e
    where e.workshop_id = ${workshopId}::uuid and e.enrollment_status in ('confirmed', 'offered', 'completed', 'waitlisted')`);
}

/** How full the workshop is, and the person's living enrolment in it. Exact while its row is locked. */
export function findPlaceFacts(
  db: Db,
  workshopId: string,
  personId: string,
): Promise<Occupancy & { livingId: string | null }> {
  return db.one(sql`
    select count(*) filter (where ${holdsSeat})::int as taken, count(*) filter (where ${isWaiting})::int as waiting,
      min(e.id::text) filter (where e.participant_id = ${personId}::uuid and ${isLiving}) as "livingId"
    from enrollments e
    where e.workshop_id = ${workshopId}::uuid
      and e.enrollment_status in ('pending', 'confirmed', 'waitlisted', 'offered', 'completed')`);
}

export interface NewEnrolment {
  id: string;
  workshopId: string;
  participantId: string;
  status: "pending" | "confirmed" | "waitlisted";
  at: Date;
}

/** Draws the number of arrival: the workshop's row must be locked. */
export async function insertEnrolment(tx: Tx, row: NewEnrolment): Promise<void> {
  await tx.run(sql`
    insert into enrollments (id, workshop_id, participant_id, enrollment_status, confirmed_at, created_at, updated_at)
    values (${row.id}::uuid, ${row.workshopId}::uuid, ${row.participantId}::uuid, ${row.status},
      ${row.status === "confirmed" ? row.at : null}::timestamptz, ${row.at}, ${row.at})`);
}

const closedStatuses = new Set<EnrolmentStatus>(["cancelled", "declined", "expired"]);

export async function updateStatus(tx: Tx, change: { id: string; status: EnrolmentStatus; at: Date }): Promise<void> {
  const { id, status, at } = change;
  await tx.run(sql`
    update enrollments set enrollment_status = ${status}, updated_at = ${at}, offered_until = null,
      confirmed_at = ${status === "confirmed" ? at : null}::timestamptz,
      closed_at = ${closedStatuses.has(status) ? at : null}::timestamptz
    where id = ${id}::uuid`);
}

export interface Promotion {
  workshopId: string;
  count: number;
  status: "confirmed" | "offered";
  offeredUntil: Date | null;
  at: Date;
}

/** Gives seats to the first in line. The workshop's row must be locked. */
export function promoteFirst(
  tx: Tx,
  { workshopId, count, status, offeredUntil, at }: Promotion,
): Promise<EnrolmentRow[]> {
  return tx.many(sql`
    update enrollments e set enrollment_status = ${status}, offered_until = ${offeredUntil}::timestamptz, updated_at = ${at},
      confirmed_at = ${status === "confirmed" ? at : null}::timestamptz
    where e.id in (
      select e.id from enrollments e where e.workshop_id = ${workshopId}::uuid and ${isWaiting} order by e.arrival_number limit ${count})
    returning e.id, e.workshop_id as "workshopId", e.participant_id as "participantId", e.enrollment_status as status,
      null::int as position, e.offered_until as "offeredUntil", e.created_at as "createdAt"`);
}

/** Ends the offers of the workshop that nobody took in time. */
export function expireOverdue(tx: Tx, workshopId: string, now: Date): Promise<EnrolmentRow[]> {
  return tx.many(sql`
    update enrollments e set enrollment_status = 'expired', offered_until = null, closed_at = ${now}, updated_at = ${now}
    where e.workshop_id = ${workshopId}::uuid and e.enrollment_status = 'offered' and e.offered_until <= ${now}
    returning e.id, e.workshop_id as "workshopId", e.participant_id as "participantId", e.enrollment_status as status,
      null::int as position, null::timestamptz as "offeredUntil", e.created_at as "createdAt"`);
}

export async function listWorkshopsWithOverdueOffers(db: Db, now: Date): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    select distinct e.workshop_id as id from enrollments e where e.enrollment_status = 'offered' and e.offered_until <= ${now}`);
  return rows.map(({ id }) => id);
}

/** What the person should know before they enrol: overlapping sessions of theirs, or that they lead the workshop. */
export async function findObstacles(db: Db, workshopId: string, personId: string): Promise<z.infer<typeof Obstacle>[]> {
  const row = await db.one<{ overlaps: boolean; facilitates: boolean }>(sql`
    select
      exists (select 1 from enrollments e join sessions mine on mine.workshop_id = e.workshop_id and mine.is_held
        join sessions theirs on theirs.workshop_id = ${workshopId}::uuid
          and tstzrange(theirs.starts_at, theirs.ends_at) && tstzrange(mine.starts_at, mine.ends_at)
        where e.participant_id = ${personId}::uuid and e.workshop_id <> ${workshopId}::uuid and ${isLiving}) as overlaps,
      exists (select 1 from workshop_facilitators wf join facilitators f on f.id = wf.facilitator_id
        where wf.workshop_id = ${workshopId}::uuid and f.person_id = ${personId}::uuid and f.deleted_at is null) as facilitates`);
  return [
    ...(row.overlaps ? ["overlaps_enrolment" as const] : []),
    ...(row.facilitates ? ["facilitates" as const] : []),
  ];
}

export interface MyListQuery {
  personId: string;
  now: Date;
  limit: number;
  after: { section: number; distance: number; id: string } | undefined;
}

/** One more row than asked for when there are further ones. */
export async function listMine(db: Db, { personId, now, limit, after }: MyListQuery) {
  const { total } = await db.one<{ total: number }>(sql`
    select count(*)::int as total from enrollments e where e.participant_id = ${personId}::uuid and e.deleted_at is null`);
  const rows = await db.many<MyEnrolmentRow>(sql`
    select * from (
      select ${columns}, w.slug_en as "slugEn", w.slug_pl as "slugPl", w.title, w.starts_at as "startsAt", w.ends_at as "endsAt",
        w.time_zone as "timeZone", w.status = 'cancelled' as "isCancelled",
        w.status in ('published', 'cancelled') and w.deleted_at is null as "isPublic",
        (w.ends_at < ${now}::timestamptz)::int as section,
        extract(epoch from case when w.ends_at < ${now}::timestamptz then '2200-01-01Z'::timestamptz - w.ends_at
          else w.starts_at - '1900-01-01Z'::timestamptz end)::float8 as distance
      from enrollments e join workshops w on w.id = e.workshop_id
      where e.participant_id = ${personId}::uuid and e.deleted_at is null
    ) mine
    ${after ? sql`where (section, distance, id) > (${after.section}::int, ${after.distance}::float8, ${after.id}::uuid)` : sqlEmpty}
    order by section, distance, id limit ${limit + 1}`);
  return { total, rows };
}

const studioColumns = sql`${columns}, p.name as "participantName", p.email as "participantEmail", e.arrival_number as "arrivalNumber",
  case when e.enrollment_status in ('confirmed', 'offered', 'completed') then 0 when e.enrollment_status = 'pending' then 1
    when e.enrollment_status = 'waitlisted' then 2 else 3 end as section`;

export interface StudioListQuery {
  workshopId: string;
  status: EnrolmentStatus | undefined;
  limit: number;
  after: { section: number; arrivalNumber: number } | undefined;
}

/** One more row than asked for when there are further ones. */
export async function listOfWorkshop(db: Db, { workshopId, status, limit, after }: StudioListQuery) {
  const conditions = sql`e.workshop_id = ${workshopId}::uuid and e.deleted_at is null
    ${status ? sql`and e.enrollment_status = ${status}` : sqlEmpty}`;
  const { total } = await db.one<{ total: number }>(
    sql`select count(*)::int as total from enrollments e where ${conditions}`,
  );
  const rows = await db.many<StudioEnrolmentRow>(sql`
    select * from (
      select ${studioColumns} from enrollments e join people p on p.id = e.participant_id where ${conditions}
    ) listed
    ${after ? sql`where (section, "arrivalNumber") > (${after.section}::int, ${after.arrivalNumber}::bigint)` : sqlEmpty}
    order by section, "arrivalNumber" limit ${limit + 1}`);
  return { total, rows };
}

export function findForStudio(db: Db, id: string): Promise<StudioEnrolmentRow> {
  return db.one(sql`
    select ${studioColumns} from enrollments e join people p on p.id = e.participant_id where e.id = ${id}::uuid`);
}

/** Everybody who takes part in the workshop or waits for it, in order of arrival. */
export function listEnrolled(db: Db, workshopId: string): Promise<EnrolledPerson[]> {
  return db.many(sql`
    select e.id as "enrolmentId", e.participant_id as "participantId", e.enrollment_status as status
    from enrollments e where e.workshop_id = ${workshopId}::uuid and ${isLiving} order by e.arrival_number`);
}

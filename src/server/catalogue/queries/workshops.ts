import type { WorkshopStatus } from "../../../shared/catalogue/workshop.ts";
import type { LocalisedText } from "../../../shared/kernel/locale.ts";
import type { Db, Tx } from "../../platform/db/database.ts";
import { type Sql, sql, sqlEmpty } from "../../platform/db/sql.ts";
import type { EnrolmentWorkshop, StudioRow, WorkshopSummary } from "../tables.ts";
import { isListed, isNotPutAway, isOwn, isoExact, isPublic, ownIds, peopleWaiting, seatsTaken } from "./fragments.ts";

export async function setStatus(
  tx: Tx,
  change: { workshopId: string; status: WorkshopStatus; at: Date },
): Promise<void> {
  await tx.run(sql`
    update workshops set status = ${change.status}, updated_at = ${change.at} where id = ${change.workshopId}::uuid`);
}

export async function markDeleted(tx: Tx, workshopId: string, at: Date): Promise<void> {
  await tx.run(sql`update workshops set deleted_at = ${at}, updated_at = ${at} where id = ${workshopId}::uuid`);
}

export async function hasEnrolments(db: Db, workshopId: string): Promise<boolean> {
  const row = await db.one<{ has: boolean }>(sql`
    select exists (select 1 from enrollments where workshop_id = ${workshopId}::uuid) as has`);
  return row.has;
}

export interface StudioListQuery {
  personId: string;
  /** True for those who may read all drafts. */
  isAll: boolean;
  q: string | undefined;
  status: WorkshopStatus | undefined;
  limit: number;
  after: { at: string; id: string } | undefined;
}

/** One more row than asked for when there are further ones. */
export async function listStudio(db: Db, query: StudioListQuery): Promise<{ rows: StudioRow[]; total: number }> {
  const conditions = sql`w.deleted_at is null
    ${query.isAll ? sqlEmpty : sql`and w.id in ${ownIds(query.personId)}`}
    ${query.status ? sql`and w.status = ${query.status}` : sqlEmpty}
    ${query.q ? titleLike(query.q) : sqlEmpty}`;
  // Every workshop has a draft; only the words ask what is in it.
  const drafts = query.q ? sql`join workshop_drafts d on d.workshop_id = w.id` : sqlEmpty;
  const { total } = await db.one<{ total: number }>(sql`
    select count(*)::int as total from workshops w ${drafts} where ${conditions}`);
  const rows = await db.many<StudioRow>(sql`
    select w.id, d.content -> 'title' as title, w.status, w.published_languages as "publishedLanguages",
      d.stale_fields as "staleFields", d.content, w.starts_at as "startsAt", w.capacity,
      ${seatsTaken} as taken, ${peopleWaiting} as waiting, p.id as "createdById", p.name as "createdByName",
      coalesce(${isOwn(query.personId)}, false) as "isOwn", d.updated_at as "updatedAt", ${isoExact(sql`d.updated_at`)} as "cursorAt"
    from workshops w join workshop_drafts d on d.workshop_id = w.id join people p on p.id = w.created_by
    where ${conditions}
      ${query.after ? sql`and (d.updated_at, d.workshop_id) < (${query.after.at}::timestamptz, ${query.after.id}::uuid)` : sqlEmpty}
    order by d.updated_at desc, d.workshop_id desc limit ${query.limit + 1}`);
  return { rows, total };
}

function titleLike(q: string): Sql {
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`and (d.content -> 'title' ->> 'en' ilike ${pattern} or d.content -> 'title' ->> 'pl' ilike ${pattern})`;
}

const enrolmentColumns = sql`w.id, w.status, w.title, w.capacity, w.has_waiting_list as "hasWaitingList",
  w.needs_approval as "needsApproval", w.confirms_at_once as "confirmsAtOnce", w.starts_at as "startsAt",
  w.ends_at as "endsAt", w.time_zone as "timeZone"`;

/** Locks the row: whoever takes or frees a seat of this workshop waits until the transaction ends. */
export function lockForEnrolment(tx: Tx, workshopId: string): Promise<EnrolmentWorkshop | undefined> {
  return tx.maybe(sql`
    select ${enrolmentColumns} from workshops w where w.id = ${workshopId}::uuid and w.deleted_at is null for no key update`);
}

export function findSummaries(db: Db, ids: readonly string[]): Promise<WorkshopSummary[]> {
  return db.many(sql`
    select w.id, w.status, w.deleted_at is not null as "isDeleted", ${isPublic} as "isPublic",
      case when w.title = '{}' then coalesce(d.content -> 'title', '{}') else w.title end as title,
      w.published_languages as "publishedLanguages",
      jsonb_strip_nulls(jsonb_build_object('en', w.slug_en, 'pl', w.slug_pl)) as slugs,
      w.starts_at as "startsAt", w.ends_at as "endsAt", w.time_zone as "timeZone", w.created_by as "createdBy"
    from workshops w left join workshop_drafts d on d.workshop_id = w.id
    where w.id = any(${ids}::uuid[])`);
}

/** As long as that of the shortest tag: compared by so much, all are looked up at once. */
const shortestEnding = 8;

/** The titles of workshops whose ids end like this, and perhaps of some whose last eight characters are the same. */
export function findTitlesByEnding(
  db: Db,
  endings: readonly string[],
): Promise<{ id: string; title: LocalisedText }[]> {
  return db.many(sql`
    select w.id, case when w.title = '{}' then coalesce(d.content -> 'title', '{}') else w.title end as title
    from workshops w left join workshop_drafts d on d.workshop_id = w.id
    where right(w.id::text, ${shortestEnding}) = any(${endings.map((ending) => ending.slice(-shortestEnding))}::text[])`);
}

/** The ids of the workshops that are the person's own. */
export async function findOwnIds(db: Db, personId: string): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    select w.id from workshops w where w.deleted_at is null and w.id in ${ownIds(personId)}`);
  return rows.map(({ id }) => id);
}

const refreshed = "catalogue.statistics";

/** Makes the statistics anew, and writes down when. */
export async function refreshStatistics(db: Db, at: Date): Promise<void> {
  await db.run(sql`select refresh_workshop_statistics()`);
  await db.run(sql`
    insert into settings (name, value, updated_at) values (${refreshed}, '{}', ${at})
    on conflict (name) do update set updated_at = excluded.updated_at`);
}

/** When the statistics were made last, by the hourly job. */
export async function statisticsRefreshedAt(db: Db): Promise<Date | undefined> {
  const row = await db.maybe<{ at: Date }>(sql`select updated_at as at from settings where name = ${refreshed}`);
  return row?.at;
}

/** Removes workshops that were put into the bin before the moment and that nothing else remembers. */
export async function purgeDeleted(db: Db, before: Date): Promise<number> {
  return db.run(sql`
    delete from workshops w where w.deleted_at < ${before}
      and not exists (select 1 from enrollments e where e.workshop_id = w.id)
      and not exists (select 1 from questionnaires q where q.workshop_id = w.id)`);
}

/** Puts away the published workshops that ended before the moment: the indexes of what a search finds leave them out. */
export async function putAway(db: Db, before: Date): Promise<void> {
  const most = 1000;
  let [last, count] = ["-infinity", most];
  while (count === most) {
    ({ last, count } = await db.one<{ last: string; count: number }>(sql`
      with ended as materialized (
        select w.id, w.ends_at from workshops w
        where ${isListed} and ${isNotPutAway}
          and w.ends_at >= ${last}::timestamptz and w.ends_at < ${before}
        order by w.ends_at, w.starts_at, w.id limit ${most}::int for no key update skip locked
      ), updated as (
        update workshops set put_away_end = ends_at where id = any(array(select id from ended))
      )
      select max(ends_at)::text as last, count(*)::int as count from ended`));
  }
}

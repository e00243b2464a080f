import type { StaleFields } from "../../../shared/catalogue/language-states.ts";
import type { WorkshopContent } from "../../../shared/catalogue/workshop.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { Db, Tx } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";
import type { AccessRow, DraftRow, FieldVersions } from "../tables.ts";
import { isOwn } from "./fragments.ts";

const accessColumns = sql`w.id, w.status, w.published_languages as "publishedLanguages"`;

export function findAccess(db: Db, workshopId: string, personId: string | null): Promise<AccessRow | undefined> {
  return db.maybe(sql`
    select ${accessColumns}, coalesce(${isOwn(personId)}, false) as "isOwn"
    from workshops w where w.id = ${workshopId}::uuid and w.deleted_at is null`);
}

/** Locks the workshop's row against other publishes, cancellations and enrolments until the transaction ends. */
export function lockWorkshop(tx: Tx, workshopId: string): Promise<{ id: string } | undefined> {
  return tx.maybe(sql`
    select w.id from workshops w where w.id = ${workshopId}::uuid and w.deleted_at is null for no key update`);
}

/** Locks the draft against other saves until the transaction ends. */
export function lockDraft(tx: Tx, workshopId: string): Promise<{ id: string } | undefined> {
  return tx.maybe(
    sql`select workshop_id as id from workshop_drafts where workshop_id = ${workshopId}::uuid for update`,
  );
}

export function findDraft(db: Db, workshopId: string, personId: string): Promise<DraftRow | undefined> {
  return db.maybe(sql`
    select ${accessColumns}, ${isOwn(personId)} as "isOwn", w.slug_en as "slugEn", w.slug_pl as "slugPl",
      d.version, d.content, d.field_versions as "fieldVersions", d.stale_fields as "staleFields", d.updated_at as "updatedAt",
      (select coalesce(jsonb_object_agg(last.language, last.content), '{}') from (
        select distinct on (r.language) r.language, r.content from workshop_revisions r
        where r.workshop_id = w.id order by r.language, r.number desc) last) as "publishedByLanguage",
      (select r.language from workshop_revisions r where r.workshop_id = w.id order by r.number desc limit 1)
        as "lastPublishedLanguage"
    from workshops w join workshop_drafts d on d.workshop_id = w.id
    where w.id = ${workshopId}::uuid and w.deleted_at is null`);
}

export interface NewWorkshop {
  id: string;
  content: WorkshopContent;
  createdBy: string;
  at: Date;
}

export async function insertWorkshop(tx: Tx, { id, content, createdBy, at }: NewWorkshop): Promise<void> {
  await tx.run(sql`
    insert into workshops (id, created_by, time_zone, created_at, updated_at)
    values (${id}::uuid, ${createdBy}::uuid, ${content.timeZone}, ${at}, ${at})`);
  await tx.run(sql`
    insert into workshop_drafts (workshop_id, content, updated_by, updated_at)
    values (${id}::uuid, ${JSON.stringify(content)}::jsonb, ${createdBy}::uuid, ${at})`);
}

export interface SavedDraft {
  workshopId: string;
  content: WorkshopContent;
  version: number;
  fieldVersions: FieldVersions;
  staleFields: StaleFields;
  updatedBy: string;
  at: Date;
}

export async function updateDraft(tx: Tx, draft: SavedDraft): Promise<void> {
  await tx.run(sql`
    update workshop_drafts set content = ${JSON.stringify(draft.content)}::jsonb, version = ${draft.version},
      field_versions = ${JSON.stringify(draft.fieldVersions)}::jsonb, stale_fields = ${JSON.stringify(draft.staleFields)}::jsonb,
      updated_by = ${draft.updatedBy}::uuid, updated_at = ${draft.at}
    where workshop_id = ${draft.workshopId}::uuid`);
}

/** Publishing a language says that its texts are up to date. */
export async function markFresh(tx: Tx, workshopId: string, language: Language): Promise<void> {
  await tx.run(sql`
    update workshop_drafts set stale_fields = stale_fields - ${language}::text where workshop_id = ${workshopId}::uuid`);
}

export interface RevisionRow {
  number: number;
  language: Language;
  publishedAt: Date;
  publishedBy: string | null;
}

export function listRevisions(db: Db, workshopId: string): Promise<RevisionRow[]> {
  return db.many(sql`
    select r.number, r.language, r.published_at as "publishedAt", p.name as "publishedBy"
    from workshop_revisions r left join people p on p.id = r.published_by
    where r.workshop_id = ${workshopId}::uuid order by r.number desc`);
}

export function findRevision(
  db: Db,
  workshopId: string,
  number: number,
): Promise<{ content: WorkshopContent } | undefined> {
  return db.maybe(sql`
    select content from workshop_revisions where workshop_id = ${workshopId}::uuid and number = ${number}`);
}

export interface NewRevision {
  workshopId: string;
  language: Language;
  content: WorkshopContent;
  draftVersion: number;
  publishedBy: string;
  at: Date;
}

/** Adds the next numbered revision. The workshop's row must be locked. */
export async function insertRevision(tx: Tx, revision: NewRevision): Promise<void> {
  await tx.run(sql`
    insert into workshop_revisions (workshop_id, number, language, content, draft_version, published_by, published_at)
    select ${revision.workshopId}::uuid, coalesce(max(number), 0) + 1, ${revision.language}::text, ${JSON.stringify(revision.content)}::jsonb,
      ${revision.draftVersion}::integer, ${revision.publishedBy}::uuid, ${revision.at}::timestamptz
    from workshop_revisions where workshop_id = ${revision.workshopId}::uuid`);
}

/** How many seats are held. Exact while the workshop's row is locked. */
export async function countTaken(db: Db, workshopId: string): Promise<number> {
  const row = await db.one<{ taken: number }>(sql`
    select count(*)::int as taken from enrollments where workshop_id = ${workshopId}::uuid
      and enrollment_status in ('confirmed', 'offered', 'completed') and deleted_at is null`);
  return row.taken;
}

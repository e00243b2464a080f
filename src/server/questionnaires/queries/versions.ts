import type { Language } from "../../../shared/kernel/locale.ts";
import type { QuestionnaireContent } from "../../../shared/questionnaires/questionnaire.ts";
import type { Db, Tx } from "../../platform/db/database.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";
import type { OpenRow, VersionRow } from "../tables.ts";

const versionRow: Sql = sql`
  select q.id, q.workshop_id as "workshopId", q.status, q.identity_mode as "identityMode", q.audience,
    q.opens_at as "opensAt", q.closes_at as "closesAt", v.number as version, v.languages, v.content
  from questionnaires q join questionnaire_versions v on v.questionnaire_id = q.id`;

/** The version that people answer now. */
export function findCurrentVersion(db: Db, id: string): Promise<VersionRow | undefined> {
  return db.maybe(
    sql`${versionRow} where q.id = ${id}::uuid and v.number = q.current_version and q.deleted_at is null`,
  );
}

/** The same of many questionnaires; those never published or deleted are left out. */
export function findCurrentVersions(db: Db, ids: readonly string[]): Promise<VersionRow[]> {
  return db.many(
    sql`${versionRow} where q.id = any(${ids}::uuid[]) and v.number = q.current_version and q.deleted_at is null`,
  );
}

export function findVersion(db: Db, id: string, number: number): Promise<VersionRow | undefined> {
  return db.maybe(sql`${versionRow} where q.id = ${id}::uuid and v.number = ${number}::int and q.deleted_at is null`);
}

export interface NewVersion {
  id: string;
  languages: Language[];
  content: QuestionnaireContent;
  publishedBy: string;
  at: Date;
}

/** Freezes the content as the next version and answers with its number. The caller holds the questionnaire's lock. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<number> {
  const row = await tx.one<{ number: number }>(sql`
    insert into questionnaire_versions (questionnaire_id, number, languages, content, published_by, published_at)
    select ${version.id}::uuid, coalesce(max(number), 0) + 1, ${version.languages}::text[],
      ${JSON.stringify(version.content)}::jsonb, ${version.publishedBy}::uuid, ${version.at}::timestamptz
    from questionnaire_versions where questionnaire_id = ${version.id}::uuid
    returning number`);
  return row.number;
}

/** Makes the version the one that people answer, and takes responses (again). */
export async function openVersion(tx: Tx, opened: { id: string; version: number; at: Date }): Promise<void> {
  await tx.run(sql`
    update questionnaires
    set status = 'published', current_version = ${opened.version}, updated_at = ${opened.at},
      published_at = coalesce(published_at, ${opened.at})
    where id = ${opened.id}::uuid`);
}

/** Published questionnaires of a workshop, whenever they open or close. */
export function listPublishedOf(db: Db, workshopId: string): Promise<OpenRow[]> {
  return db.many(sql`
    select q.id, v.content -> 'title' as title, q.audience, q.identity_mode as "identityMode",
      q.opens_at as "opensAt", q.closes_at as "closesAt"
    from questionnaires q
      join questionnaire_versions v on v.questionnaire_id = q.id and v.number = q.current_version
    where q.workshop_id = ${workshopId}::uuid and q.status = 'published' and q.deleted_at is null
    order by q.published_at, q.id`);
}

import type { Db, Tx } from "../platform/db/database.ts";
import { sql } from "../platform/db/sql.ts";
import type { Figures } from "./figures.ts";
import type { DepartedRow, ReleaseRow, ResponseRow, TextRow, VersionRow } from "./tables.ts";

/** One release at a time for each questionnaire; the lock goes with the transaction. */
export async function lockReleases(tx: Tx, questionnaireId: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`results:${questionnaireId}`}, 0))`);
}

export function findRelease(db: Db, questionnaireId: string): Promise<ReleaseRow | undefined> {
  return db.maybe<ReleaseRow>(sql`
    select number, respondents, figures, released_at as "releasedAt" from result_releases
    where questionnaire_id = ${questionnaireId} order by number desc limit 1`);
}

/** All published versions; the draft as number 0 while there is none. Empty when the questionnaire does not exist. */
export function listVersions(db: Db, questionnaireId: string): Promise<VersionRow[]> {
  return db.many<VersionRow>(sql`
    select number, v.content from questionnaire_versions v
      join questionnaires q on q.id = v.questionnaire_id and q.deleted_at is null
      where v.questionnaire_id = ${questionnaireId}
    union all
    select 0, d.content from questionnaire_drafts d
      join questionnaires q on q.id = d.questionnaire_id and q.deleted_at is null and q.current_version is null
      where d.questionnaire_id = ${questionnaireId}`);
}

/** How many submitted responses were never in a release. */
export async function countNewcomers(db: Db, questionnaireId: string): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*) as count from responses r
    where r.questionnaire_id = ${questionnaireId} and r.status = 'submitted' and not exists (
      select from result_release_members m
      where m.questionnaire_id = r.questionnaire_id and m.response_id = r.id)`);
  return count;
}

/** One page of submitted responses in the order of their ids; with `throughRelease`, members of releases up to that one. */
export function listResponses(
  db: Db,
  questionnaireId: string,
  page: { after: string | null; limit: number; throughRelease?: number },
): Promise<ResponseRow[]> {
  return db.many<ResponseRow>(sql`
    select r.id, r.version_number as version, r.language, r.answers, m.entered_in as "enteredIn"
    from responses r
    left join result_release_members m on m.questionnaire_id = r.questionnaire_id and m.response_id = r.id
    where r.questionnaire_id = ${questionnaireId} and r.status = 'submitted'
      and (${page.after}::uuid is null or r.id > ${page.after}::uuid)
      and (${page.throughRelease ?? null}::integer is null or m.entered_in <= ${page.throughRelease ?? null}::integer)
    order by r.id limit ${page.limit}`);
}

/** One page of submitted responses in the order of their ids, as the text of a JSON list of `SubmittedRow`. */
export function readResponses(
  tx: Tx,
  questionnaireId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ json: string; count: number; last: string | null }> {
  return tx.one(sql`
    select coalesce(json_agg(json_build_object('id', page.id, 'version', page.version_number, 'answers', page.answers,
        'enteredIn', page.entered_in) order by page.id), '[]')::text as json,
      count(*)::integer as count, max(page.id::text collate "C") as last
    from (
      select r.id, r.version_number, r.answers, m.entered_in
      from responses r
      left join result_release_members m on m.questionnaire_id = r.questionnaire_id and m.response_id = r.id
      where r.questionnaire_id = ${questionnaireId} and r.status = 'submitted'
        and (${after}::uuid is null or r.id > ${after}::uuid)
      order by r.id limit ${limit}
    ) page`);
}

export function listDeparted(db: Db, questionnaireId: string): Promise<DepartedRow[]> {
  return db.many<DepartedRow>(sql`
    select m.entered_in as "enteredIn", m.left_in as "leftIn", r.updated_at as "departedAt"
    from result_release_members m left join responses r on r.id = m.response_id
    where m.questionnaire_id = ${questionnaireId} and r.status is distinct from 'submitted'`);
}

/** Stores a release, who entered and who left with it, and forgets the figures of the one before. */
export async function insertRelease(
  tx: Tx,
  questionnaireId: string,
  release: ReleaseRow & { newcomers: readonly string[] },
): Promise<void> {
  const { number, respondents, figures, releasedAt, newcomers } = release;
  await tx.run(sql`
    insert into result_releases (questionnaire_id, number, respondents, figures, released_at)
    values (${questionnaireId}, ${number}, ${respondents}, ${JSON.stringify(figures)}::jsonb, ${releasedAt})`);
  await tx.run(sql`
    insert into result_release_members (questionnaire_id, response_id, entered_in)
    select ${questionnaireId}::uuid, id, ${number}::integer from unnest(${newcomers}::uuid[]) as id`);
  await tx.run(sql`
    update result_release_members m set left_in = ${number}
    where m.questionnaire_id = ${questionnaireId} and m.left_in is null and not exists (
      select from responses r where r.id = m.response_id and r.status = 'submitted')`);
  await tx.run(sql`
    update result_releases set figures = null
    where questionnaire_id = ${questionnaireId} and number < ${number} and figures is not null`);
}

export async function updateFigures(
  tx: Tx,
  questionnaireId: string,
  release: { number: number; figures: Figures },
): Promise<void> {
  await tx.run(sql`
    update result_releases set figures = ${JSON.stringify(release.figures)}::jsonb
    where questionnaire_id = ${questionnaireId} and number = ${release.number}`);
}

/** Open answers of those who entered up to a release, in an order that only the salt decides. */
export function listTexts(
  db: Db,
  questionnaireId: string,
  question: { code: string; throughRelease: number; salt: string },
): Promise<TextRow[]> {
  return db.many<TextRow>(sql`
    select r.answers ->> ${question.code}::text as text, r.language
    from responses r
    join result_release_members m on m.questionnaire_id = r.questionnaire_id and m.response_id = r.id
    where r.questionnaire_id = ${questionnaireId} and r.status = 'submitted' and m.entered_in <= ${question.throughRelease}
      and jsonb_typeof(r.answers -> ${question.code}::text) = 'string'
    order by sha256(convert_to(${question.salt} || r.id::text, 'UTF8'))`);
}

/** Questionnaires whose members withdrew, or were erased, before the time and may still be in their figures. */
export async function listOverdue(db: Db, before: Date): Promise<string[]> {
  const rows = await db.many<{ questionnaireId: string }>(sql`
    select distinct m.questionnaire_id as "questionnaireId"
    from result_release_members m left join responses r on r.id = m.response_id
    where r.status is distinct from 'submitted' and (r.id is null or r.updated_at <= ${before})`);
  return rows.map(({ questionnaireId }) => questionnaireId);
}

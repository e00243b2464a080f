import type { Language } from "../../shared/kernel/locale.ts";
import type { Answers } from "../../shared/questionnaires/questionnaire.ts";
import type { Db, Tx } from "../platform/db/database.ts";
import { type Sql, sql, sqlEmpty } from "../platform/db/sql.ts";
import type { ConsentRow, ListedRow, ResponseRow, SubmittedResponse } from "./tables.ts";

const columns: Sql = sql`r.id, r.questionnaire_id as "questionnaireId", r.version_number as version,
  r.respondent_id as "respondentId", r.status, r.language, r.answers, r.revision,
  r.updated_at as "updatedAt", r.submitted_at as "submittedAt"`;

export interface SavedAnswers {
  id: string;
  questionnaireId: string;
  respondentId: string | null;
  version: number;
  language: Language;
  answers: Answers;
  at: Date;
}

/** The whole of an ordinary autosave: the draft moves on exactly when it is at the revision that the save was based on. */
export function updateDraft(db: Db, saved: SavedAnswers & { baseRevision: number }): Promise<ResponseRow | undefined> {
  return db.maybe(sql`
    update responses r
    set answers = ${JSON.stringify(saved.answers)}::jsonb, language = ${saved.language}, revision = r.revision + 1,
      updated_at = ${saved.at}
    where r.id = ${saved.id}::uuid and r.questionnaire_id = ${saved.questionnaireId}::uuid
      and r.respondent_id is not distinct from ${saved.respondentId}::uuid
      and r.version_number = ${saved.version} and r.revision = ${saved.baseRevision} and r.status = 'draft'
    returning ${columns}`);
}

export interface NewResponse extends SavedAnswers {
  identityMode: "identified" | "anonymous";
  enrolmentId: string | null;
  status: "draft" | "submitted";
}

/**
 * Adds a response, unless the id or the person has one already, or the questionnaire was closed, republished or changed
 * its identity mode since the caller looked; then nothing is added. The share lock makes a change that is under way wait.
 */
export function insertResponse(db: Db, created: NewResponse): Promise<ResponseRow | undefined> {
  return db.maybe(sql`
    insert into responses as r (id, questionnaire_id, version_number, respondent_id, enrollment_id, status, language,
      answers, created_at, updated_at, submitted_at)
    select ${created.id}::uuid, q.id, q.current_version, ${created.respondentId}::uuid, ${created.enrolmentId}::uuid,
      ${created.status}::text, ${created.language}::text, ${JSON.stringify(created.answers)}::jsonb, ${created.at}::timestamptz,
      ${created.at}::timestamptz, case when ${created.status}::text = 'submitted' then ${created.at}::timestamptz end
    from questionnaires q
    where q.id = ${created.questionnaireId}::uuid and q.status = 'published' and q.deleted_at is null
      and q.current_version = ${created.version} and q.identity_mode = ${created.identityMode}
    for share of q
    on conflict do nothing
    returning ${columns}`);
}

/** Submits a draft for good, with these answers. */
export function markSubmitted(tx: Tx, submitted: SavedAnswers): Promise<ResponseRow> {
  return tx.one(sql`
    update responses r
    set status = 'submitted', answers = ${JSON.stringify(submitted.answers)}::jsonb, language = ${submitted.language},
      revision = r.revision + 1, updated_at = ${submitted.at}, submitted_at = ${submitted.at}
    where r.id = ${submitted.id}::uuid and r.status = 'draft'
    returning ${columns}`);
}

/** Erases what a submitted response says and what its author agreed to. */
export async function markWithdrawn(tx: Tx, id: string, at: Date): Promise<ResponseRow> {
  await tx.run(sql`delete from response_consents where response_id = ${id}::uuid`);
  return tx.one(sql`
    update responses r set status = 'withdrawn', answers = '{}', revision = r.revision + 1, updated_at = ${at}
    where r.id = ${id}::uuid returning ${columns}`);
}

export interface WhichResponse {
  id: string;
  questionnaireId: string;
  /** Null in an anonymous questionnaire. */
  respondentId: string | null;
}

/** The response with the id, if it is the respondent's own; in an anonymous questionnaire whoever knows the id owns it. */
export function findResponse(
  db: Db,
  { id, questionnaireId, respondentId }: WhichResponse,
): Promise<ResponseRow | undefined> {
  return db.maybe(sql`
    select ${columns} from responses r
    where r.id = ${id}::uuid and r.questionnaire_id = ${questionnaireId}::uuid
      and r.respondent_id is not distinct from ${respondentId}::uuid`);
}

/** Whether any response has the id, whosever it is. */
export async function isIdTaken(db: Db, id: string): Promise<boolean> {
  return (await db.maybe(sql`select 1 from responses r where r.id = ${id}::uuid`)) !== undefined;
}

/** The person's draft or submitted response. */
export function findLiving(db: Db, questionnaireId: string, respondentId: string): Promise<ResponseRow | undefined> {
  return db.maybe(sql`
    select ${columns} from responses r
    where r.questionnaire_id = ${questionnaireId}::uuid and r.respondent_id = ${respondentId}::uuid and r.status <> 'withdrawn'`);
}

/** Whoever changes this response waits until the transaction ends. */
export async function lockResponse(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`select 1 from responses where id = ${id}::uuid for no key update`);
}

/**
 * Notes that the person took part; false when that was noted before. It shares no column with the response, but the rows
 * of one transaction carry the same number inside the database until `shuffleParticipations` runs in the night: whoever
 * administers the server itself could match them on the day, or later in its logs and backups. Nobody else can.
 */
export async function noteParticipation(
  tx: Tx,
  questionnaireId: string,
  { personId, day }: { personId: string; day: string },
): Promise<boolean> {
  const added = await tx.run(sql`
    insert into questionnaire_participations (questionnaire_id, person_id, day)
    values (${questionnaireId}, ${personId}, ${day}::date) on conflict do nothing`);
  return added === 1;
}

/** Writes all participations anew, in one transaction and random order: nothing about a row says when it was written. */
export async function shuffleParticipations(db: Db): Promise<void> {
  await db.run(sql`
    with taken as materialized (delete from questionnaire_participations returning questionnaire_id, person_id, day)
    insert into questionnaire_participations (questionnaire_id, person_id, day)
    select questionnaire_id, person_id, day from taken order by random()`);
}

export async function insertConsents(
  tx: Tx,
  { responseId, consents, at }: { responseId: string; consents: ConsentRow[]; at: Date },
): Promise<void> {
  if (consents.length === 0) return;
  await tx.run(sql`
    insert into response_consents
      (questionnaire_id, response_id, question_code, purpose, text_hash, is_granted, decided_at)
    select r.questionnaire_id, r.id, c."questionCode", c.purpose, c."textHash", c."isGranted", ${at}::timestamptz
    from responses r, jsonb_to_recordset(${JSON.stringify(consents)}::jsonb)
      as c ("questionCode" text, purpose text, "textHash" text, "isGranted" boolean)
    where r.id = ${responseId}::uuid`);
}

export interface OwnListQuery {
  personId: string;
  limit: number;
  after: { at: string; id: string } | undefined;
}

/** One more row than asked for when there are further ones. */
export async function listOwn(db: Db, query: OwnListQuery): Promise<{ rows: ListedRow[]; total: number }> {
  const { personId, limit, after } = query;
  const { total } = await db.one<{ total: number }>(sql`
    select count(*)::int as total from responses where respondent_id = ${personId}::uuid`);
  const rows = await db.many<ListedRow>(sql`
    select ${columns}, to_char(r.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
    from responses r
    where r.respondent_id = ${personId}::uuid
      ${after ? sql`and (r.created_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sqlEmpty}
    order by r.created_at desc, r.id desc limit ${limit + 1}`);
  return { rows, total };
}

/** In the order of ids, which says nothing about time where responses are anonymous. */
export function listSubmitted(db: Db, questionnaireId: string): Promise<SubmittedResponse[]> {
  return db.many(sql`
    select id, version_number as version, language, answers from responses
    where questionnaire_id = ${questionnaireId}::uuid and status = 'submitted' order by id`);
}

export async function countSubmitted(db: Db, questionnaireId: string): Promise<number> {
  const row = await db.one<{ count: number }>(sql`
    select count(*)::int as count from responses where questionnaire_id = ${questionnaireId}::uuid and status = 'submitted'`);
  return row.count;
}

import type { Db } from "../../platform/db/database.ts";
import { sql, sqlEmpty } from "../../platform/db/sql.ts";
import type { ListedRow, QuestionnaireRow } from "../tables.ts";

export interface ListQuery {
  personId: string;
  /** The workshops whose questionnaires the person may see; null when they may see all. */
  ownWorkshopIds: string[] | null;
  workshopId: string | undefined;
  limit: number;
  after: { at: string; id: string } | undefined;
}

/** One more row than asked for when there are further ones. */
export async function listQuestionnaires(db: Db, query: ListQuery): Promise<{ rows: ListedRow[]; total: number }> {
  const { personId, ownWorkshopIds, workshopId, after } = query;
  const conditions = sql`q.deleted_at is null
    ${ownWorkshopIds ? sql`and (q.created_by = ${personId}::uuid or q.workshop_id = any(${ownWorkshopIds}::uuid[]))` : sqlEmpty}
    ${workshopId ? sql`and q.workshop_id = ${workshopId}::uuid` : sqlEmpty}`;
  const { total } = await db.one<{ total: number }>(sql`
    select count(*)::int as total from questionnaires q where ${conditions}`);
  const rows = await db.many<ListedRow>(sql`
    select q.id, q.workshop_id as "workshopId", d.content -> 'title' as title, q.status,
      q.current_version as "currentVersion", q.created_by as "createdBy", q.updated_at as "updatedAt",
      to_char(q.updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt",
      (select count(*)::int from responses r where r.questionnaire_id = q.id and r.status = 'submitted') as "responseCount"
    from questionnaires q join questionnaire_drafts d on d.questionnaire_id = q.id
    where ${conditions}
      ${after ? sql`and (q.updated_at, q.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sqlEmpty}
    order by q.updated_at desc, q.id desc limit ${query.limit + 1}`);
  return { rows, total };
}

export function findQuestionnaire(db: Db, id: string): Promise<QuestionnaireRow | undefined> {
  return db.maybe(sql`
    select id, workshop_id as "workshopId", status, current_version as "currentVersion", identity_mode as "identityMode",
      audience, opens_at as "opensAt", closes_at as "closesAt", created_by as "createdBy", updated_at as "updatedAt"
    from questionnaires where id = ${id}::uuid and deleted_at is null`);
}

import type { QuestionnaireContent } from "../../../shared/questionnaires/questionnaire.ts";
import type { Db, Tx } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";
import type { DraftRow, SettingsRow } from "../tables.ts";

/** Whoever changes, publishes or first answers this questionnaire waits until the transaction ends. */
export async function lockQuestionnaire(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`select 1 from questionnaires where id = ${id}::uuid for update`);
}

export function findDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  return db.maybe(sql`
    select q.id, q.workshop_id as "workshopId", q.status, q.current_version as "currentVersion",
      q.identity_mode as "identityMode", q.audience, q.opens_at as "opensAt", q.closes_at as "closesAt",
      q.created_by as "createdBy", q.updated_at as "updatedAt", d.content, d.version,
      exists (select 1 from responses r where r.questionnaire_id = q.id) as "hasResponses",
      v.languages as "publishedLanguages", v.content as "publishedContent"
    from questionnaires q
      join questionnaire_drafts d on d.questionnaire_id = q.id
      left join questionnaire_versions v on v.questionnaire_id = q.id and v.number = q.current_version
    where q.id = ${id}::uuid and q.deleted_at is null`);
}

export interface NewQuestionnaire {
  id: string;
  workshopId: string | null;
  content: QuestionnaireContent;
  settings: SettingsRow;
  createdBy: string;
  at: Date;
}

export async function insertQuestionnaire(tx: Tx, created: NewQuestionnaire): Promise<void> {
  const { id, workshopId, content, settings, createdBy, at } = created;
  await tx.run(sql`
    insert into questionnaires (id, workshop_id, identity_mode, audience, opens_at, closes_at, created_by, created_at, updated_at)
    values (${id}, ${workshopId}, ${settings.identityMode}, ${settings.audience}, ${settings.opensAt}, ${settings.closesAt},
      ${createdBy}, ${at}, ${at})`);
  await tx.run(sql`
    insert into questionnaire_drafts (questionnaire_id, content, updated_by, updated_at)
    values (${id}, ${JSON.stringify(content)}::jsonb, ${createdBy}, ${at})`);
}

export interface SavedDraft {
  id: string;
  content: QuestionnaireContent;
  settings: SettingsRow;
  updatedBy: string;
  at: Date;
}

/** Writes the draft and the settings, and counts the save. */
export async function updateDraft(tx: Tx, { id, content, settings, updatedBy, at }: SavedDraft): Promise<void> {
  await tx.run(sql`
    update questionnaire_drafts
    set content = ${JSON.stringify(content)}::jsonb, version = version + 1, updated_by = ${updatedBy}, updated_at = ${at}
    where questionnaire_id = ${id}::uuid`);
  await tx.run(sql`
    update questionnaires
    set identity_mode = ${settings.identityMode}, audience = ${settings.audience}, opens_at = ${settings.opensAt},
      closes_at = ${settings.closesAt}, updated_at = ${at}
    where id = ${id}::uuid`);
}

export async function markClosed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.run(sql`update questionnaires set status = 'closed', updated_at = ${at} where id = ${id}::uuid`);
}

export async function markDeleted(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.run(sql`update questionnaires set deleted_at = ${at}, updated_at = ${at} where id = ${id}::uuid`);
}

/** Removes questionnaires that were put into the bin before the moment; their drafts and versions go with them. */
export async function purgeDeleted(db: Db, before: Date): Promise<number> {
  return db.run(sql`
    delete from questionnaires q where q.deleted_at < ${before}
      and not exists (select 1 from responses r where r.questionnaire_id = q.id)`);
}

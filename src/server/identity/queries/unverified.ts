import type { Db } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";

/**
 * Deletes participants who registered and never verified, neither then nor by a later registration, and to whom nothing of
 * any feature refers. A test compares the list with the database's foreign keys.
 */
export async function deleteUnverifiedBefore(db: Db, cutoff: Date): Promise<void> {
  await db.run(sql`
    delete from people p
    where not p.email_verified and p.role = 'participant' and p.suspended_at is null and p.created_at < ${cutoff}
      and not exists (select 1 from login_sessions l where l.person_id = p.id)
      and not exists (select 1 from sign_in_methods m where m.person_id = p.id and m.updated_at >= ${cutoff})
      and not exists (select 1 from facilitators f where p.id in (f.person_id, f.created_by))
      and not exists (select 1 from alerts a where a.acknowledged_by = p.id)
      and not exists (select 1 from locations l where l.created_by = p.id)
      and not exists (select 1 from workshops w where w.created_by = p.id)
      and not exists (select 1 from workshop_drafts d where d.updated_by = p.id)
      and not exists (select 1 from workshop_revisions r where r.published_by = p.id)
      and not exists (select 1 from enrollments e where e.participant_id = p.id)
      and not exists (select 1 from questionnaires q where q.created_by = p.id)
      and not exists (select 1 from questionnaire_drafts d where d.updated_by = p.id)
      and not exists (select 1 from questionnaire_versions v where v.published_by = p.id)
      and not exists (select 1 from responses r where r.respondent_id = p.id)
      and not exists (select 1 from questionnaire_participations a where a.person_id = p.id)`);
}

import type { Db } from "../platform/db/database.ts";
import { sql } from "../platform/db/sql.ts";
import type { AuditEntry } from "./entry.ts";

export async function insertEntry(db: Db, entry: AuditEntry): Promise<void> {
  await db.run(sql`
    insert into audit_log (at, actor_id, action, subject_type, subject_id, details)
    values (${entry.at}, ${entry.actorId}, ${entry.action}, ${entry.subjectType}, ${entry.subjectId},
      ${JSON.stringify(entry.details ?? {})}::jsonb)`);
}

import { newId } from "../../../shared/kernel/id.ts";
import type { Db } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";

/** Sets or replaces the password that the person signs in with. */
export async function storePassword(
  db: Db,
  personId: string,
  { passwordHash, at }: { passwordHash: string; at: Date },
): Promise<void> {
  await db.run(sql`
    insert into sign_in_methods (id, person_id, account_id, provider_id, password, created_at, updated_at)
    values (${newId(at.getTime())}, ${personId}, ${personId}, 'credential', ${passwordHash}, ${at}, ${at})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = excluded.updated_at`);
}

import type { Role } from "../../../shared/kernel/permission.ts";
import type { Db } from "../../platform/db/database.ts";
import { type Sql, sql, sqlEmpty } from "../../platform/db/sql.ts";
import type { PersonRow } from "../tables.ts";

export interface PeopleFilter {
  /** A part of the name or of the address. */
  text?: string | undefined;
  role?: Role | undefined;
}

/** Where a page starts: after this person, in the order newest first. */
export interface PeoplePosition {
  createdAt: Date;
  id: string;
}

export function selectPeople(
  db: Db,
  filter: PeopleFilter,
  { after, limit }: { after: PeoplePosition | undefined; limit: number },
): Promise<PersonRow[]> {
  const beyond = after ? sql`and (created_at, id) < (${after.createdAt}, ${after.id}::uuid)` : sqlEmpty;
  return db.many(sql`
    select id, name, email, email_verified as "isEmailVerified", role, language, suspended_at as "suspendedAt",
      created_at as "createdAt"
    from people where ${matches(filter)} ${beyond}
    order by created_at desc, id desc limit ${limit}`);
}

export async function countPeople(db: Db, filter: PeopleFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(sql`select count(*) as total from people where ${matches(filter)}`);
  return total;
}

function matches({ text, role }: PeopleFilter): Sql {
  const pattern = text ? `%${text.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  const byText = pattern ? sql`(name ilike ${pattern} or email ilike ${pattern})` : sql`true`;
  return role ? sql`${byText} and role = ${role}` : byText;
}

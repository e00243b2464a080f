import type { Db, Tx } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";
import { forget, lockKept } from "../../platform/kept-values/queries.ts";

const name = "identity.setup_codes";

/** Adds a code's hash; the newest eight stay good, since each process that starts prints its own. */
export async function addSetupCode(db: Db, hash: string, at: Date): Promise<void> {
  await db.run(sql`
    insert into settings (name, value, updated_at) values (${name}, jsonb_build_array(${hash}::text), ${at})
    on conflict (name) do update set updated_at = excluded.updated_at, value = (
      select jsonb_agg(code order by place)
      from (
        select code, place
        from jsonb_array_elements(excluded.value || settings.value) with ordinality as codes (code, place)
        order by place limit 8
      ) as kept
    )`);
}

/** The hashes of the codes that are good, locked: of two who use one at once, the second waits and finds an admin. */
export async function lockSetupCodes(tx: Tx): Promise<string[]> {
  return (await lockKept<string[]>(tx, name)) ?? [];
}

export const deleteSetupCodes = (tx: Tx): Promise<void> => forget(tx, name);

import type { Session } from "../../db/session.ts";
import { sql } from "../../db/sql.ts";
import { quoted } from "./snapshot.ts";

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/**
 * Takes the foreign keys off and the triggers out of action, so that rows may come in any order and circles of tables
 * need no thought; gives back what puts them on again, checking every row. Works for the tables' owner, who need not be
 * a superuser. All inside the caller's transaction.
 */
export async function takeOffConstraints(session: Session): Promise<() => Promise<void>> {
  const keys = await session.many<ForeignKey>(sql`
    select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = 'public'::regnamespace
    order by 1, 2`);
  const triggered = await session.many<{ table: string }>(sql`
    select distinct c.relname as "table"
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`);
  const onTriggers = (action: "enable" | "disable") =>
    triggered.map(({ table }) => `alter table ${quoted(table)} ${action} trigger user;`);
  const off = keys.map(({ table, name }) => `alter table ${quoted(table)} drop constraint ${quoted(name)};`);
  await session.script([...off, ...onTriggers("disable")].join("\n"));
  return async () => {
    // Constraints that wait for the commit would keep the tables from being altered.
    await session.script("set constraints all immediate; set constraints all deferred");
    const on = keys.map(
      ({ table, name, definition }) => `alter table ${quoted(table)} add constraint ${quoted(name)} ${definition};`,
    );
    await session.script([...on, ...onTriggers("enable")].join("\n"));
  };
}

/** Takes out what migrations themselves put into tables. */
export async function emptyTables(session: Session, tables: string[]): Promise<void> {
  await session.script(`truncate ${tables.map(quoted).join(", ")}`);
}

/** Fills what is computed from the tables. */
export async function refreshViews(session: Session): Promise<void> {
  const views = await session.many<{ name: string }>(
    sql`select matviewname as name from pg_matviews where schemaname = 'public'`,
  );
  for (const { name } of views) await session.script(`refresh materialized view ${quoted(name)}`);
}

/** So that the first questions are planned as well as the later ones. */
export async function collectStatistics(session: Session): Promise<void> {
  await session.script("analyze");
}

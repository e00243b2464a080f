import { linesIn, locationOf } from "../../../shared/catalogue/content-parts.ts";
import type { WorkshopContent } from "../../../shared/catalogue/workshop.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { Db, Tx } from "../../platform/db/database.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";
import type { LiveSlugs } from "../tables.ts";

export interface Publication {
  workshopId: string;
  language: Language;
  content: WorkshopContent;
  slug: string;
  at: Date;
}

/** Lets sessions swap their times inside the transaction; call `checkBookings` before it ends. */
export async function deferBookings(tx: Tx): Promise<void> {
  await tx.run(sql`set constraints session_location_free, session_facilitator_free deferred`);
}

/** @throws the violated constraint when a place or a facilitator is booked twice */
export async function checkBookings(tx: Tx): Promise<void> {
  await tx.run(sql`set constraints session_location_free, session_facilitator_free immediate`);
}

const slugColumns: Record<Language, Sql> = { en: sql`slug_en`, pl: sql`slug_pl` };

/** Copies one language's texts and everything that belongs to no language to the live row. */
export async function updateLiveRow(tx: Tx, { workshopId, language, content, slug, at }: Publication): Promise<void> {
  const side = (column: Sql, value: unknown) =>
    sql`${column} = (${column} - ${language}::text) || ${sideOf(language, value)}::jsonb`;
  const lines = (list: WorkshopContent["objectives"]) => {
    const own = linesIn(list, language);
    return own.length > 0 ? own : undefined;
  };
  await tx.run(sql`
    update workshops set
      ${side(sql`title`, content.title[language])},
      ${side(sql`subtitle`, content.subtitle[language])},
      ${side(sql`summary`, content.summary[language])},
      ${side(sql`description`, content.description[language])},
      ${side(sql`objectives`, lines(content.objectives))},
      ${side(sql`requirements`, lines(content.requirements))},
      ${slugColumns[language]} = ${slug},
      published_languages = array(select l from unnest(array['en', 'pl']) l where l = any(published_languages) or l = ${language}),
      status = 'published', published_at = coalesce(published_at, ${at}), updated_at = ${at},
      tag_codes = ${content.tagCodes}::text[], category = ${content.category}, time_zone = ${content.timeZone},
      capacity = ${content.capacity}, has_waiting_list = ${content.hasWaitingList}, needs_approval = ${content.needsApproval},
      confirms_at_once = ${content.confirmsAtOnce}, price_cents = ${content.priceCents}, currency = ${content.currency},
      location_id = ${content.locationId}::uuid, online_url = ${content.onlineUrl},
      starts_at = ${edge(content, "startsAt")}::timestamptz, ends_at = ${edge(content, "endsAt")}::timestamptz
    where id = ${workshopId}::uuid`);
}

const sideOf = (language: Language, value: unknown): string =>
  JSON.stringify(value === undefined ? {} : { [language]: value });

/** The first start or the last end of the sessions. */
function edge({ sessions }: WorkshopContent, kind: "startsAt" | "endsAt"): string | null {
  const times = sessions.map((session) => session[kind]).sort();
  return (kind === "startsAt" ? times[0] : times.at(-1)) ?? null;
}

/** Makes the live sessions those of the draft. Answers how many of them could be written. */
export async function replaceSessions(tx: Tx, { workshopId, language, content }: Publication): Promise<number> {
  await tx.run(sql`
    delete from sessions where workshop_id = ${workshopId}::uuid
      and id <> all(${content.sessions.map(({ id }) => id)}::uuid[])`);
  const rows = content.sessions.map((session, position) => ({
    ...session,
    position,
    locationId: locationOf(content, session),
    title: session.title[language] === undefined ? {} : { [language]: session.title[language] },
    description: session.description[language] === undefined ? {} : { [language]: session.description[language] },
  }));
  return tx.run(sql`
    insert into sessions (id, workshop_id, position, title, description, starts_at, ends_at, location_id, online_url, capacity)
    select r.id, ${workshopId}::uuid, r.position, r.title, r.description, r."startsAt", r."endsAt", r."locationId", r."onlineUrl", r.capacity
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, position integer, title jsonb, description jsonb,
      "startsAt" timestamptz, "endsAt" timestamptz, "locationId" uuid, "onlineUrl" text, capacity integer)
    on conflict (id) do update set position = excluded.position, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      location_id = excluded.location_id, online_url = excluded.online_url, capacity = excluded.capacity, is_held = true,
      title = (sessions.title - ${language}::text) || excluded.title,
      description = (sessions.description - ${language}::text) || excluded.description
    where sessions.workshop_id = excluded.workshop_id`);
}

/** Makes the live facilitators those of the draft, each booked for every session. */
export async function replaceFacilitators(tx: Tx, { workshopId, content }: Publication): Promise<void> {
  await tx.run(sql`delete from workshop_facilitators where workshop_id = ${workshopId}::uuid`);
  await tx.run(sql`
    insert into workshop_facilitators (workshop_id, facilitator_id, part, position)
    select ${workshopId}::uuid, r."facilitatorId", r.part, row_number() over ()
    from jsonb_to_recordset(${JSON.stringify(content.facilitators)}::jsonb) as r ("facilitatorId" uuid, part text)`);
  await releaseFacilitators(tx, workshopId);
  await tx.run(sql`
    insert into session_facilitators (session_id, facilitator_id, during)
    select s.id, wf.facilitator_id, tstzrange(s.starts_at, s.ends_at)
    from sessions s join workshop_facilitators wf on wf.workshop_id = s.workshop_id where s.workshop_id = ${workshopId}::uuid`);
}

async function releaseFacilitators(tx: Tx, workshopId: string): Promise<void> {
  await tx.run(sql`
    delete from session_facilitators where session_id in (select id from sessions where workshop_id = ${workshopId}::uuid)`);
}

/** Frees the places and facilitators of a workshop that will not take place. */
export async function releaseBookings(tx: Tx, workshopId: string): Promise<void> {
  await tx.run(sql`update sessions set is_held = false where workshop_id = ${workshopId}::uuid`);
  await releaseFacilitators(tx, workshopId);
}

export function findLiveSlugs(db: Db, workshopId: string): Promise<LiveSlugs> {
  return db.one(sql`
    select slug_en as "slugEn", slug_pl as "slugPl", title, published_languages as "publishedLanguages", status
    from workshops where id = ${workshopId}::uuid`);
}

/** Slugs like the one given that other workshops have or had, in any language. Serialises those who choose one. */
export async function lockTakenSlugs(tx: Tx, base: string, workshopId: string): Promise<string[]> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('workshop slugs'))`);
  const rows = await tx.many<{ slug: string }>(sql`
    select slug from (
      select slug_en as slug from workshops where id <> ${workshopId}::uuid and deleted_at is null
      union all select slug_pl from workshops where id <> ${workshopId}::uuid and deleted_at is null
      union all select slug from workshop_old_slugs where workshop_id <> ${workshopId}::uuid
    ) taken where slug = ${base} or slug like ${`${base}-%`}`);
  return rows.map(({ slug }) => slug);
}

/** Remembers the address a workshop had, so that it redirects; the new one is no longer an old one. */
export async function replaceSlug(
  tx: Tx,
  change: { workshopId: string; language: Language; from: string; to: string },
) {
  const { workshopId, language, from, to } = change;
  await tx.run(
    sql`delete from workshop_old_slugs where language = ${language} and slug = ${to} and workshop_id = ${workshopId}::uuid`,
  );
  await tx.run(sql`
    insert into workshop_old_slugs (language, slug, workshop_id) values (${language}, ${from}, ${workshopId}::uuid)
    on conflict (language, slug) do update set workshop_id = excluded.workshop_id, replaced_at = now()`);
}

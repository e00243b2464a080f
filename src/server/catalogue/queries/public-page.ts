import type { PublicWorkshop } from "../../../shared/catalogue/workshop.ts";
import { type Language, otherLanguage } from "../../../shared/kernel/locale.ts";
import type { Db } from "../../platform/db/database.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";
import { cardColumns } from "./card.ts";
import { isListed, iso, isPublic, literal, readText } from "./fragments.ts";

/** The workshop that a slug names: in the reader's language, in the other one, or by an address it had before. */
export function findBySlug(
  db: Db,
  slug: string,
  language: Language,
): Promise<{ id: string; isOldSlug: boolean } | undefined> {
  return db.maybe(sql`
    select id, precedence > 2 as "isOldSlug" from (
      select w.id, case when ${literal(language)} = 'en' then 1 else 2 end as precedence
        from workshops w where w.slug_en = ${slug} and ${isPublic}
      union all
      select w.id, case when ${literal(language)} = 'pl' then 1 else 2 end
        from workshops w where w.slug_pl = ${slug} and ${isPublic}
      union all
      select w.id, case when o.language = ${literal(language)} then 3 else 4 end
        from workshop_old_slugs o join workshops w on w.id = o.workshop_id where o.slug = ${slug} and ${isPublic}
    ) found
    order by precedence limit 1`);
}

/** A published workshop as its page shows it. */
export function findPublic(db: Db, id: string, language: Language): Promise<PublicWorkshop | undefined> {
  return db.maybe(sql`${pageOf(language)} where w.id = ${id}::uuid and ${isPublic}`);
}

/** Published workshops as their pages show them; ids without a page are left out. */
export function findPublicMany(db: Db, ids: readonly string[], language: Language): Promise<PublicWorkshop[]> {
  return db.many(sql`${pageOf(language)} where w.id = any(${ids}::uuid[]) and ${isPublic}`);
}

const pageOf = (language: Language): Sql => sql`
    select ${cardColumns(language)},
      w.status,
      jsonb_strip_nulls(jsonb_build_object('en', w.slug_en, 'pl', w.slug_pl)) as slugs,
      ${readText(sql`w.subtitle`, language)} as subtitle,
      ${documentColumn(language)} as description,
      ${linesColumn(sql`w.objectives`, language)} as objectives,
      ${linesColumn(sql`w.requirements`, language)} as requirements,
      w.needs_approval as "needsApproval",
      (select coalesce(json_agg(json_build_object('name', f.name, 'part', wf.part, 'bio', ${readText(sql`f.bio`, language)})
          order by wf.position), '[]')
        from workshop_facilitators wf join facilitators f on f.id = wf.facilitator_id
        where wf.workshop_id = w.id) as "facilitatorProfiles",
      (select ${placeObject} from locations l where l.id = w.location_id) as location,
      (select coalesce(json_agg(json_build_object('id', s.id, 'title', ${readText(sql`s.title`, language)},
          'description', ${readText(sql`s.description`, language)}, 'startsAt', ${iso(sql`s.starts_at`)}, 'endsAt', ${iso(sql`s.ends_at`)},
          'location', (select ${placeObject} from locations l where l.id = s.location_id),
          'isOnline', s.location_id is null and (s.online_url is not null or w.online_url is not null))
          order by s.starts_at, s.position), '[]')
        from sessions s where s.workshop_id = w.id) as sessions,
      ${iso(sql`w.published_at`)} as "publishedAt",
      ${iso(sql`w.updated_at`)} as "updatedAt"
    from workshops w`;

const placeObject = sql`json_build_object('name', l.name, 'address', l.address, 'city', l.city)`;

function documentColumn(language: Language): Sql {
  const [own, other] = [literal(language), literal(otherLanguage(language))];
  return sql`case
    when w.description ? ${own} then jsonb_build_object('document', w.description -> ${own}, 'language', ${own})
    when w.description ? ${other} then jsonb_build_object('document', w.description -> ${other}, 'language', ${other})
  end`;
}

/** A list of one language as a whole; the other language's when this one has none. */
function linesColumn(column: Sql, language: Language): Sql {
  const [own, other] = [literal(language), literal(otherLanguage(language))];
  const lines = (
    from: Sql,
  ) => sql`(select coalesce(json_agg(json_build_object('text', line, 'language', ${from}) order by at), '[]')
    from jsonb_array_elements_text(${column} -> ${from}) with ordinality as lines (line, at))`;
  return sql`case when ${column} ? ${own} then ${lines(own)} when ${column} ? ${other} then ${lines(other)} else '[]' end`;
}

export interface PublicAddress {
  slugs: { en?: string; pl?: string };
  updatedAt: string;
}

export interface AddressPage {
  limit: number;
  offset: number;
}

/** How many workshops the sitemap lists. */
export async function countPublicAddresses(db: Db): Promise<number> {
  return (await db.one<{ count: number }>(sql`select count(*)::int as count from workshops w where ${isListed}`)).count;
}

/** Some of them in the order in which they were made, so that what comes anew moves nothing into another part. */
export function listPublicAddresses(db: Db, { limit, offset }: AddressPage): Promise<PublicAddress[]> {
  return db.many(sql`
    select jsonb_strip_nulls(jsonb_build_object('en', w.slug_en, 'pl', w.slug_pl)) as slugs, ${iso(sql`w.updated_at`)} as "updatedAt"
    from workshops w where ${isListed} order by w.id limit ${limit} offset ${offset}`);
}

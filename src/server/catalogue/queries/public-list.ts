import type { WorkshopCard } from "../../../shared/catalogue/workshop.ts";
import { type Language, otherLanguage } from "../../../shared/kernel/locale.ts";
import type { Db } from "../../platform/db/database.ts";
import { type Sql, sql, sqlEmpty, sqlJoin } from "../../platform/db/sql.ts";
import { cardColumns } from "./card.ts";
import { isoExact } from "./fragments.ts";

/** How a search was answered: by the words of one language, or by titles that look alike. */
export type SearchMode = "soonest" | Language | "title";

export interface PublicListQuery {
  language: Language;
  q: string | undefined;
  mode: SearchMode;
  tag: string | undefined;
  /** Days in Europe/Warsaw. */
  from: string | undefined;
  to: string | undefined;
  now: Date;
  limit: number;
  after: { rank: number; startsAt: string; id: string } | undefined;
}

export interface ListedWorkshop {
  rank: number;
  startsAt: string;
  card: WorkshopCard;
}

/** A page of published workshops, one more than asked for when there are further ones, and how many there are in all. */
export function listPublished(db: Db, query: PublicListQuery): Promise<{ total: number; items: ListedWorkshop[] }> {
  const source = sql`${sourceOf(query)} where w.status = 'published' and w.deleted_at is null ${conditionsOf(query)}`;
  return db.one(sql`
    select
      (select count(*)::int from ${source}) as total,
      (select coalesce(json_agg(json_build_object('rank', page.rank, 'startsAt', ${isoExact(sql`page.starts_at`)}, 'card', row_to_json(card))
         order by page.rank, page.starts_at, page.id), '[]')
       from (
         select w.id, w.starts_at, ${rankOf(query)} as rank from ${source} ${afterOf(query)}
         order by ${query.mode === "soonest" ? sql`w.starts_at, w.id` : sql`rank, w.starts_at, w.id`}
         limit ${query.limit + 1}
       ) page
       cross join lateral (select ${cardColumns(query.language)} from workshops w where w.id = page.id) card
      ) as items`);
}

const vectors = { en: sql`w.search_vector_en`, pl: sql`w.search_vector_pl` };
const wordsOf = (language: Language, q: string | undefined): Sql =>
  language === "en" ? sql`search_query_en(${q}::text)` : sql`search_query_pl(${q}::text)`;

function sourceOf(query: PublicListQuery): Sql {
  return query.mode === "title"
    ? sql`search_workshop_titles(${query.q}::text, ${endsFrom(query)}) alike join workshops w on w.id = alike.id`
    : sql`workshops w`;
}

/** What is over is listed only when the days ask for it. */
function endsFrom({ from, to, now }: PublicListQuery): Sql {
  if (from !== undefined) return startOfDay(from);
  return to === undefined ? sql`${now}::timestamptz` : sql`least(${now}::timestamptz, ${startOfDay(to)})`;
}

function conditionsOf(query: PublicListQuery): Sql {
  const { mode, q, tag, to } = query;
  const conditions = [sql`and w.ends_at >= ${endsFrom(query)}`];
  if (mode === "en" || mode === "pl") conditions.push(sql`and ${vectors[mode]} @@ ${wordsOf(mode, q)}`);
  if (tag !== undefined) conditions.push(sql`and w.tag_codes @> array[${tag}::text]`);
  if (to !== undefined) conditions.push(sql`and w.starts_at < ${endOfDay(to)}`);
  return sqlJoin(conditions, sql` `);
}

const startOfDay = (day: string): Sql => sql`(${day}::date::timestamp at time zone 'Europe/Warsaw')`;
const endOfDay = (day: string): Sql => sql`((${day}::date + 1)::timestamp at time zone 'Europe/Warsaw')`;

/** Smaller is better, so that rank, start and id sort the same way. */
function rankOf({ mode, q }: PublicListQuery): Sql {
  if (mode === "soonest") return sql`0::real`;
  return mode === "title" ? sql`-alike.similarity` : sql`-ts_rank_cd(${vectors[mode]}, ${wordsOf(mode, q)})`;
}

function afterOf(query: PublicListQuery): Sql {
  const { after } = query;
  if (!after) return sqlEmpty;
  const place = sql`${after.startsAt}::timestamptz, ${after.id}::uuid`;
  return query.mode === "soonest"
    ? sql`and (w.starts_at, w.id) > (${place})`
    : sql`and (${rankOf(query)}, w.starts_at, w.id) > (${after.rank}::real, ${place})`;
}

/** The ways to answer a search, in the order they are tried until one finds something. */
export function searchModes(language: Language, q: string | undefined): SearchMode[] {
  return q ? [language, otherLanguage(language), "title"] : ["soonest"];
}

import { type Language, otherLanguage } from "../../../shared/kernel/locale.ts";
import type { Db } from "../../platform/db/database.ts";
import { type Sql, sql, sqlEmpty } from "../../platform/db/sql.ts";
import { cardColumns } from "./card.ts";
import { isListed, isoExact } from "./fragments.ts";
import { endsFrom, isWanted, type ListedPage, type PublicListQuery, type SearchMode } from "./list-query.ts";
import { searchPublished } from "./public-search.ts";

/** Titles that look alike are compared up to this number; search_workshop_titles knows it too. */
const mostAlike = 300;

/** A page of published workshops. */
export function listPublished(db: Db, query: PublicListQuery): Promise<ListedPage> {
  const { mode } = query;
  return mode === "soonest" || mode === "title" ? listWhole(db, query) : searchPublished(db, { ...query, mode });
}

/** The ways to answer a search, in the order they are tried until one finds something. */
export function searchModes(language: Language, q: string | undefined): SearchMode[] {
  return q ? [language, otherLanguage(language), "title"] : ["soonest"];
}

async function listWhole(db: Db, query: PublicListQuery): Promise<ListedPage> {
  const source = sql`${sourceOf(query)} where ${isListed}
    and w.ends_at >= ${endsFrom(query)} and ${isWanted(query)}`;
  const isTitle = query.mode === "title";
  const { total, isTotalExact, items } = await db.one<Omit<ListedPage, "blockEnd">>(sql`
    ${isTitle ? alikeOf(query) : sqlEmpty}
    select
      (select count(*)::int from ${source}) as total,
      ${isTitle ? sql`(select count(*) < ${mostAlike} from alike)` : sql`true`} as "isTotalExact",
      (select coalesce(json_agg(json_build_object('rank', page.rank, 'startsAt', ${isoExact(sql`page.starts_at`)}, 'card', row_to_json(card))
         order by page.rank, page.starts_at, page.id), '[]')
       from (
         select w.id, w.starts_at, ${rankOf(query)} as rank from ${source} ${afterOf(query)}
         order by ${query.mode === "soonest" ? sql`w.starts_at, w.id` : sql`rank, w.starts_at, w.id`}
         limit ${query.limit + 1}
       ) page
       cross join lateral (select ${cardColumns(query.language)} from workshops w where w.id = page.id) card
      ) as items`);
  return { total, isTotalExact, items, blockEnd: null };
}

const alikeOf = (query: PublicListQuery): Sql =>
  sql`with alike as materialized (select * from search_workshop_titles(${query.q}::text, ${endsFrom(query)}))`;

const sourceOf = ({ mode }: PublicListQuery): Sql =>
  mode === "title" ? sql`alike join workshops w on w.id = alike.id` : sql`workshops w`;

/** Smaller is better, so that rank, start and id sort the same way. */
const rankOf = ({ mode }: PublicListQuery): Sql => (mode === "title" ? sql`-alike.similarity` : sql`0::real`);

function afterOf(query: PublicListQuery): Sql {
  const { after } = query;
  if (!after) return sqlEmpty;
  const place = sql`${after.startsAt}::timestamptz, ${after.id}::uuid`;
  return query.mode === "soonest"
    ? sql`and (w.starts_at, w.id) > (${place})`
    : sql`and (${rankOf(query)}, w.starts_at, w.id) > (${after.rank}::real, ${place})`;
}

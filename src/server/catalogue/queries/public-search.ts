import type { Language } from "../../../shared/kernel/locale.ts";
import type { Db } from "../../platform/db/database.ts";
import { type Sql, sql, sqlEmpty } from "../../platform/db/sql.ts";
import { cardColumns } from "./card.ts";
import { isListed, isNotPutAway, isoExact } from "./fragments.ts";
import { type BlockEdge, endsFrom, isWanted, type ListedPage, type PublicListQuery } from "./list-query.ts";

type WordQuery = PublicListQuery & { mode: Language };

/** So many matches are compared with each other, and counted; those that end later come behind all of these. */
const blockSize = 200;

/** How many of the workshops ahead are looked at before the index of words is asked; written out, as all limits here. */
const mostLookedAt = sql`500`;

/** A word is frequent when a quarter of the first few workshops ahead have it. */
const [probed, oftenAmongProbed] = [sql`64`, sql`16`];

/**
 * How many are ranked, and one more. A block whose end is known is taken whole, also when a match was added to it since.
 * With limits as values PostgreSQL would expect a tenth of all rows, and plan the statement anew each time.
 */
const mostRanked = ({ block }: WordQuery) =>
  block?.until ? { most: sql`400`, oneMore: sql`401` } : { most: sql`200`, oneMore: sql`201` };

const dayMs = 24 * 60 * 60 * 1000;

const vectors = { en: sql`w.search_vector_en`, pl: sql`w.search_vector_pl` };
const queries: Record<Language, (q: string | undefined) => Sql> = {
  en: (q) => sql`search_query_en(${q}::text)`,
  pl: (q) => sql`search_query_pl(${q}::text)`,
};
const words = sql`(select words from asked)`;
const inOrder = sql`order by w.ends_at, w.starts_at, w.id`;

/**
 * A page of what the words are found in, best match first, of a block: the matches that end soonest, or those behind an
 * edge. However many match, a block of them is ranked (decision 0021).
 */
export async function searchPublished(db: Db, query: WordQuery): Promise<ListedPage> {
  const { block } = query;
  const answer = await db.one<Pick<ListedPage, "items"> & { found: number; lastOfBlock: BlockEdge | null }>(sql`
    with ${matchesOf(query)}
    select
      (select count(*)::int from matches) as found,
      (select json_build_object('endsAt', ${isoExact(sql`w.ends_at`)}, 'startsAt', ${isoExact(sql`w.starts_at`)}, 'id', w.id)
        from matches w ${inOrder} offset 199 limit 1) as "lastOfBlock",
      (select coalesce(json_agg(json_build_object('rank', page.rank, 'startsAt', ${isoExact(sql`page.starts_at`)}, 'card', row_to_json(card))
         order by page.rank, page.starts_at, page.id), '[]')
       from (
         select * from (
           select w.id, w.starts_at, -ts_rank_cd(w.vector, ${words}) as rank
           from (select * from matches w ${inOrder} limit ${mostRanked(query).most}) w
         ) ranked ${afterOf(query)}
         order by rank, starts_at, id limit ${query.limit + 1}
       ) page
       cross join lateral (select ${cardColumns(query.language)} from workshops w where w.id = page.id) card
      ) as items`);
  const isCut = !block?.until && answer.found > blockSize;
  const isPart = isCut || Boolean(block?.until ?? block?.after);
  return {
    total: isPart ? blockSize : answer.found,
    isTotalExact: !isPart,
    items: answer.items,
    blockEnd: block?.until ?? (isCut ? answer.lastOfBlock : null),
  };
}

/**
 * The matches that end soonest, one more than are ranked. A frequent word is found by looking at one workshop ahead after
 * the other: the first few hundred have enough, and the index of words would name thousands. Any other word is looked up
 * in that index.
 */
function matchesOf(query: WordQuery): Sql {
  const vector = vectors[query.mode];
  const { most, oneMore } = mostRanked(query);
  const columns = sql`w.id, w.starts_at, w.ends_at, w.tag_codes`;
  return sql`asked as materialized (select ${queries[query.mode](query.q)} as words),
    ahead as materialized (
      select ${columns}, ${vector} as vector from workshops w where ${isListed} and ${isInBlock(query)} ${inOrder} limit ${mostLookedAt}
    ),
    frequent as materialized (
      select count(*) >= ${oftenAmongProbed} as is_frequent
      from (select w.vector from ahead w limit ${probed}) w where w.vector @@ ${words}
    ),
    near as materialized (
      select ${columns}, w.vector from ahead w
      where (select is_frequent from frequent) and w.vector @@ ${words} and ${isWanted(query)} ${inOrder} limit ${oneMore}
    ),
    looked as materialized (
      select (select count(*) from near) > ${most}
        or (select is_frequent from frequent) and (select count(*) from ahead) < ${mostLookedAt} as is_enough
    ),
    matches as materialized (
      select * from near where (select is_enough from looked)
      union all
      (select * from (
        select ${columns}, ${vector} as vector from workshops w
        where not (select is_enough from looked) and ${vector} @@ ${words} and ${isListed}
          and ${asksForPast(query) ? isInBlock(query) : isNotPutAway}
        ${afterTheIndexOfWords}
      ) w where ${isInBlock(query)} and ${isWanted(query)} ${inOrder} limit ${oneMore})
    )`;
}

/** What follows is not asked of the index: the planner would rather read along the days, or all the words. */
const afterTheIndexOfWords = sql`offset 0`;

function isInBlock(query: WordQuery): Sql {
  const { after, until } = query.block ?? { after: null, until: null };
  const place = sql`(w.ends_at, w.starts_at, w.id)`;
  return sql`w.ends_at >= ${endsFrom(query)}
    ${after ? sql`and ${place} > ${placeOf(after)}` : sqlEmpty} ${until ? sql`and ${place} <= ${placeOf(until)}` : sqlEmpty}`;
}

const placeOf = ({ endsAt, startsAt, id }: BlockEdge): Sql =>
  sql`(${endsAt}::timestamptz, ${startsAt}::timestamptz, ${id}::uuid)`;

function afterOf({ after }: WordQuery): Sql {
  return after
    ? sql`where (rank, starts_at, id) > (${after.rank}::real, ${after.startsAt}::timestamptz, ${after.id}::uuid)`
    : sqlEmpty;
}

/** Whether the days lie so far back that what ended since may have been put away, which is done three days later. */
function asksForPast({ from, to, now }: WordQuery): boolean {
  const yesterday = new Date(now.getTime() - dayMs).toISOString().slice(0, 10);
  return [from, to].some((day) => day !== undefined && day < yesterday);
}

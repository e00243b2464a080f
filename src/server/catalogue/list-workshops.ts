import { z } from "zod";
import type { catalogueContract } from "../../shared/catalogue/contract.ts";
import type { WorkshopPage } from "../../shared/catalogue/workshop.ts";
import type { QueryInput } from "../../shared/kernel/endpoint.ts";
import { Id } from "../../shared/kernel/id.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import { type Language, languages } from "../../shared/kernel/locale.ts";
import { decodeCursor, encodeCursor } from "../platform/http/cursor.ts";
import { listEntry } from "./cache.ts";
import type { CatalogueDeps } from "./deps.ts";
import type { ListedPage, ListedWorkshop, PublicListQuery, SearchBlock, SearchMode } from "./queries/list-query.ts";
import { listPublished, searchModes } from "./queries/public-list.ts";

type Input = QueryInput<typeof catalogueContract.listWorkshops>;
export type ListWorkshopsQuery = Omit<NonNullable<Input>, "limit" | "lang"> & { lang?: Language; limit?: number };

const Mode = z.enum(["soonest", ...languages, "title"]);
const Edge = z.tuple([Instant, Instant, Id]);
/** The last one shown; of a search, also the edges of its block, or these alone for the block's beginning. */
const Cursor = z.union([
  z.tuple([Mode, z.number(), Instant, Id]),
  z.tuple([Mode, z.number(), Instant, Id, Edge.nullable(), Edge.nullable()]),
  z.tuple([Mode, Edge]),
]);
type Place = z.output<typeof Cursor>;

/**
 * Published workshops, soonest first; with `q`, best match first: by the words of the reader's language, else of the
 * other one, else by titles that look alike. @throws {AppError} invalid_input for a cursor that is not ours
 */
export async function listWorkshops(deps: CatalogueDeps, query: ListWorkshopsQuery): Promise<WorkshopPage> {
  const { lang = "en", limit = 20, q, tag, from, to, cursor } = query;
  const place = decodeCursor(cursor, Cursor, lang);
  const { key, options } = listEntry([lang, limit, q || null, tag ?? null, from ?? null, to ?? null, place ?? null]);
  return deps.cache.getOrSet(key, options, async () => {
    const modes: SearchMode[] = place ? [place[0]] : searchModes(lang, q);
    const base = { language: lang, q, tag, from, to, now: deps.clock.now(), limit };
    for (const mode of modes) {
      const page = await fillPage({ ...base, mode, ...startOf(place) }, (part) => listPublished(deps.db.reads, part));
      if (page.total > 0 || mode === modes.at(-1)) return page;
    }
    return { items: [], total: 0, isTotalExact: true, nextCursor: null };
  });
}

function startOf(place: Place | undefined): Pick<PublicListQuery, "after" | "block"> {
  if (!place) return { after: undefined };
  if (place.length === 2) return { after: undefined, block: { after: edgeAt(place[1]), until: null } };
  const [, rank, startsAt, id, after = null, until = null] = place;
  return { after: { rank, startsAt, id }, block: { after: after && edgeAt(after), until: until && edgeAt(until) } };
}

const edgeAt = ([endsAt, startsAt, id]: z.output<typeof Edge>) => ({ endsAt, startsAt, id });

/** A page that the end of a block does not shorten: the rest comes from the blocks behind it. */
async function fillPage(
  query: PublicListQuery,
  read: (part: PublicListQuery) => Promise<ListedPage>,
): Promise<WorkshopPage> {
  const first = await read(query);
  const shown = first.items.slice(0, query.limit);
  let [part, page] = [query, first];
  while (page.blockEnd && shown.length < query.limit) {
    part = {
      ...part,
      after: undefined,
      block: { after: page.blockEnd, until: null },
      limit: query.limit - shown.length,
    };
    page = await read(part);
    shown.push(...page.items.slice(0, part.limit));
  }
  const { total, isTotalExact } = first;
  return { items: shown.map(({ card }) => card), total, isTotalExact, nextCursor: nextCursorOf(part, page, shown) };
}

function nextCursorOf(
  { mode, block, limit }: PublicListQuery,
  page: ListedPage,
  shown: ListedWorkshop[],
): string | null {
  const last = shown.at(-1);
  if (last && page.items.length > limit) {
    const place = [mode, last.rank, last.startsAt, last.card.id] as const;
    const edges: SearchBlock = { after: block?.after ?? null, until: page.blockEnd };
    return encodeCursor(edges.after || edges.until ? [...place, wireOf(edges.after), wireOf(edges.until)] : place);
  }
  return page.blockEnd && encodeCursor([mode, wireOf(page.blockEnd)]);
}

const wireOf = (edge: SearchBlock["after"]) => edge && [edge.endsAt, edge.startsAt, edge.id];

import { z } from "zod";
import type { catalogueContract } from "../../shared/catalogue/contract.ts";
import type { WorkshopCard } from "../../shared/catalogue/workshop.ts";
import type { QueryInput } from "../../shared/kernel/endpoint.ts";
import { Id } from "../../shared/kernel/id.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import { type Language, languages } from "../../shared/kernel/locale.ts";
import type { Page } from "../../shared/kernel/page.ts";
import { decodeCursor, encodeCursor } from "../platform/http/cursor.ts";
import { listEntry } from "./cache.ts";
import type { CatalogueDeps } from "./deps.ts";
import { listPublished, type SearchMode, searchModes } from "./queries/public-list.ts";

type Input = QueryInput<typeof catalogueContract.listWorkshops>;
export type ListWorkshopsQuery = Omit<NonNullable<Input>, "limit" | "lang"> & { lang?: Language; limit?: number };

const Cursor = z.tuple([z.enum(["soonest", ...languages, "title"]), z.number(), Instant, Id]);

/**
 * Published workshops, soonest first; with `q`, best match first: by the words of the reader's language, else of the
 * other one, else by titles that look alike. @throws {AppError} invalid_input for a cursor that is not ours
 */
export async function listWorkshops(deps: CatalogueDeps, query: ListWorkshopsQuery): Promise<Page<WorkshopCard>> {
  const { lang = "en", limit = 20, q, tag, from, to, cursor } = query;
  const place = decodeCursor(cursor, Cursor, lang);
  const { key, options } = listEntry([lang, limit, q || null, tag ?? null, from ?? null, to ?? null, place ?? null]);
  return deps.cache.getOrSet(key, options, async () => {
    const modes: SearchMode[] = place ? [place[0]] : searchModes(lang, q);
    const after = place && { rank: place[1], startsAt: place[2], id: place[3] };
    const base = { language: lang, q, tag, from, to, now: deps.clock.now(), limit, after };
    for (const mode of modes) {
      const { total, items } = await listPublished(deps.db.reads, { ...base, mode });
      if (total === 0 && mode !== modes.at(-1)) continue;
      const shown = items.slice(0, limit);
      const last = items.length > limit ? shown.at(-1) : undefined;
      const nextCursor = last ? encodeCursor([mode, last.rank, last.startsAt, last.card.id]) : null;
      return { items: shown.map(({ card }) => card), total, nextCursor };
    }
    return { items: [], total: 0, nextCursor: null };
  });
}

import type { Cache, CacheEntry } from "../platform/cache/cache.ts";
import type { Tx } from "../platform/db/database.ts";

/** On every entry that depends on which workshops there are, or on anything that a card shows but its free seats. */
export const listTag = "workshops";

/** On every list that shows how many seats of the workshop are free. Short, because twenty of them stand in a header. */
const seatsTag = (workshopId: string): string => `seats:${workshopId.slice(-8)}`;

/** On lists that show more workshops than can be named one by one. */
const allSeatsTag = "seats";
const mostNamed = 24;

/** The tags of an entry that shows these workshops as a list. Taking a seat drops the lists that show it, and no other. */
export function tagsOfList(shown: readonly { id: string }[]): string[] {
  return [listTag, ...(shown.length > mostNamed ? [allSeatsTag] : shown.map(({ id }) => seatsTag(id)))];
}

/** On every entry that shows one workshop. */
export const workshopTag = (workshopId: string): string => `workshop:${workshopId}`;

/** The id of the workshop that a tag is about, or the end of it; undefined for any other tag. */
export function workshopOfTag(tag: string): string | undefined {
  return /^(?:workshop|seats):([0-9a-f-]{8,36})$/.exec(tag)?.[1];
}

/** On what a slug leads to; dropped when any address may have changed. */
export const addressTag = "workshop-addresses";

/**
 * One page of a list or of a search. Lists depend on the time of day: a workshop leaves them when it is over, and nobody
 * writes anything then. Together with the pages that are kept with the list in them that takes a minute at most.
 */
export const listEntry = (page: readonly unknown[]): CacheEntry<{ items: readonly { id: string }[] }> => ({
  key: `workshops:${JSON.stringify(page)}`,
  options: {
    kind: "application",
    ttlSeconds: 15,
    staleWhileRevalidateSeconds: 5,
    tags: ({ items }) => tagsOfList(items),
  },
});

/** What a slug leads to; also that it leads nowhere. */
export const addressEntry = (language: string, slug: string): CacheEntry<unknown> => ({
  key: `workshop-address:${language}:${slug}`,
  options: { kind: "application", tags: [addressTag] },
});

/** The public page of a workshop in one language; also that there is none. */
export const workshopEntry = (language: string, workshopId: string): CacheEntry<unknown> => ({
  key: `workshop:${workshopId}:${language}`,
  options: { kind: "application", tags: [workshopTag(workshopId)] },
});

/** All tags of workshops. They come with the migrations, so nothing ever has to drop them. */
export const tagsEntry: CacheEntry<unknown> = { key: "tags", options: { kind: "static", tags: [] } };

/** After the commit nobody reads the old workshop any more. */
export function dropWorkshop(tx: Tx, cache: Cache, workshopId: string): void {
  cache.invalidateAfter(tx, [listTag, addressTag, workshopTag(workshopId)]);
}

/** After the commit nobody reads the old number of free seats any more. */
export function dropSeats(tx: Tx, cache: Pick<Cache, "invalidateAfter">, workshopId: string): void {
  cache.invalidateAfter(tx, [workshopTag(workshopId), seatsTag(workshopId), allSeatsTag]);
}

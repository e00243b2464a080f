import type { Cache, CacheEntry } from "../platform/cache/cache.ts";
import type { Tx } from "../platform/db/database.ts";

/** On every entry that depends on which workshops there are, or on anything that a card shows. */
export const listTag = "workshops";

/** On every entry that shows one workshop. */
export const workshopTag = (workshopId: string): string => `workshop:${workshopId}`;

/** On what a slug leads to; dropped when any address may have changed. */
export const addressTag = "workshop-addresses";

/**
 * One page of a list or of a search. Lists depend on the time of day: a workshop leaves them when it is over, and nobody
 * writes anything then. Together with the pages that are kept with the list in them that takes a minute at most.
 */
export const listEntry = (page: readonly unknown[]): CacheEntry<unknown> => ({
  key: `workshops:${JSON.stringify(page)}`,
  options: { kind: "application", ttlSeconds: 15, staleWhileRevalidateSeconds: 5, tags: [listTag] },
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
export function dropSeats(tx: Tx, cache: Cache, workshopId: string): void {
  cache.invalidateAfter(tx, [listTag, workshopTag(workshopId)]);
}

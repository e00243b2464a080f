import type { Cache } from "../platform/cache/cache.ts";
import type { Tx } from "../platform/db/database.ts";

/** On every entry that depends on which workshops there are, or on anything that a card shows. */
export const listTag = "workshops";

/** On every entry that shows one workshop. */
export const workshopTag = (workshopId: string): string => `workshop:${workshopId}`;

/** On what a slug leads to; dropped when any address may have changed. */
export const addressTag = "workshop-addresses";

/** Lists depend on the time of day, because what is over leaves them. */
export const listTtlSeconds = 60;
export const workshopTtlSeconds = 3600;
export const tagsTtlSeconds = 3600;

/** After the commit nobody reads the old workshop any more. */
export function dropWorkshop(tx: Tx, cache: Cache, workshopId: string): void {
  tx.afterCommit(() => cache.invalidate([listTag, addressTag, workshopTag(workshopId)]));
}

/** After the commit nobody reads the old number of free seats any more. */
export function dropSeats(tx: Tx, cache: Cache, workshopId: string): void {
  tx.afterCommit(() => cache.invalidate([listTag, workshopTag(workshopId)]));
}

import type { Cache, CacheOptions } from "../platform/cache/cache.ts";
import type { Tx } from "../platform/db/database.ts";

/** A login session by the hash of its token; also that there is none. */
export const loginSessionEntry = (tokenHash: string) => entryOf(`login-session:${tokenHash}`);

/** The person behind login sessions. */
export const personEntry = (personId: string) => entryOf(`person:${personId}`);

/** A whole day: whoever ends a login session or changes a person tells every process at once. */
function entryOf(key: string): { key: string; options: CacheOptions<unknown> & { tags: string[] } } {
  return { key, options: { kind: "session", tags: [key] } };
}

/** Forgets ended login sessions once the transaction is committed. */
export function forgetLoginSessions(tx: Tx, cache: Cache, tokenHashes: string[]): void {
  cache.invalidateAfter(
    tx,
    tokenHashes.flatMap((hash) => loginSessionEntry(hash).options.tags),
  );
}

/** Forgets what is known of the person once the transaction is committed. */
export function forgetPerson(tx: Tx, cache: Cache, personId: string): void {
  cache.invalidateAfter(tx, personEntry(personId).options.tags);
}

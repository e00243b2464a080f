import type { Cache } from "../platform/cache/cache.ts";
import type { Tx } from "../platform/db/database.ts";

const ttlSeconds = 60;

/** A login session by the hash of its token; also that there is none. */
export const loginSessionEntry = (tokenHash: string) => {
  const key = `login-session:${tokenHash}`;
  return { key, options: { ttlSeconds, tags: [key] } };
};

/** The person behind login sessions. */
export const personEntry = (personId: string) => {
  const key = `person:${personId}`;
  return { key, options: { ttlSeconds, tags: [key] } };
};

/** Forgets ended login sessions once the transaction is committed. */
export function forgetLoginSessions(tx: Tx, cache: Cache, tokenHashes: string[]): void {
  const tags = tokenHashes.flatMap((hash) => loginSessionEntry(hash).options.tags);
  if (tags.length > 0) tx.afterCommit(() => cache.invalidate(tags));
}

/** Forgets what is known of the person once the transaction is committed. */
export function forgetPerson(tx: Tx, cache: Cache, personId: string): void {
  tx.afterCommit(() => cache.invalidate(personEntry(personId).options.tags));
}

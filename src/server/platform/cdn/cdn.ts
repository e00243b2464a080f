import { createHash } from "node:crypto";
import type { Cache } from "../cache/cache.ts";
import type { Db, Tx } from "../db/database.ts";
import { type Job, type Jobs, job } from "../jobs/jobs.ts";
import type { Clock } from "../time/clock.ts";

export interface CdnOptions {
  /** Takes `POST {"tags": […]}`, as Cloudflare's purge does. Without it there is no shared cache to tell. */
  purgeUrl: string | undefined;
  token: string | undefined;
  jobs: Jobs;
  clock: Clock;
  db: Db;
  /** Whether pages that shared caches keep carry the tag. */
  isPublicTag(tag: string): boolean;
}

/** A shared cache before the site. */
export interface Cdn {
  jobs: Job[];
  /** The same cache; what is dropped from it is dropped from the shared one too. */
  purgedWith(cache: Cache): Cache;
}

interface Purge {
  tags: string[];
}

const jobName = "cdn.purge";
/** Cloudflare's limit. */
const tagsPerRequest = 30;
const timeoutMs = 10_000;
/** A process that had not heard of the change yet may have given the shared cache an old page in between. */
const againAfterMs = 2_000;

export function createCdn(options: CdnOptions): Cdn {
  const { purgeUrl, token = "" } = options;
  if (purgeUrl === undefined) return { jobs: [], purgedWith: (cache) => cache };
  const run = async ({ tags }: Purge) => {
    for (let from = 0; from < tags.length; from += tagsPerRequest) {
      await purge({ purgeUrl, token }, tags.slice(from, from + tagsPerRequest));
    }
  };
  return { jobs: [job<Purge>(jobName, run)], purgedWith: (cache) => purgedWith(cache, options) };
}

function purgedWith(cache: Cache, { jobs, clock, db, isPublicTag }: CdnOptions): Cache {
  const waiting = new WeakMap<Tx, Set<string>>();
  const request = async (where: Db, tags: string[]) => {
    const sorted = tags.filter(isPublicTag).sort();
    if (sorted.length === 0) return;
    const key = `${jobName} ${createHash("sha256").update(sorted.join(" ")).digest("base64url")}`;
    const payload: Purge = { tags: sorted };
    const again = new Date(clock.now().getTime() + againAfterMs);
    await jobs.add(where, { name: jobName, payload, key });
    await jobs.add(where, { name: jobName, payload, key: `${key} again`, runAt: again });
  };
  return {
    getOrSet: (key, entry, load) => cache.getOrSet(key, entry, load),
    lookUp: (key, entry, load) => cache.lookUp(key, entry, load),
    set: (key, value, entry) => cache.set(key, value, entry),
    onInvalidated: (listener) => cache.onInvalidated(listener),
    // The shared cache is only ever told tags; what it holds runs out by itself.
    invalidateAll: () => cache.invalidateAll(),
    isConfirmed: () => cache.isConfirmed(),
    listTags: () => cache.listTags(),
    pingRedis: cache.pingRedis,
    stats: () => cache.stats(),
    close: () => cache.close(),
    invalidateAfter(tx, tags) {
      cache.invalidateAfter(tx, tags);
      const known = waiting.get(tx);
      const all = known ?? new Set<string>();
      for (const tag of tags) all.add(tag);
      if (known) return;
      waiting.set(tx, all);
      tx.beforeCommit(() => request(tx, [...all]));
    },
    async invalidateByTag(...tags) {
      await cache.invalidateByTag(...tags);
      await request(db, tags);
    },
  };
}

async function purge({ purgeUrl, token }: { purgeUrl: string; token: string }, tags: string[]): Promise<void> {
  const answer = await fetch(purgeUrl, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ tags }),
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`the shared cache answered ${answer.status} to a purge`);
}

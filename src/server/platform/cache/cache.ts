import { LRUCache } from "lru-cache";

export interface CacheOptions {
  ttlSeconds: number;
  /** Names under which the entry is dropped. */
  tags: readonly string[];
}

/** Remembers computed values by key until their time is up or one of their tags is invalidated. */
export interface Cache {
  /** The value under `key`, computed by `load` at most once however many ask at the same time. Failures are not kept. */
  getOrSet<T>(key: string, options: CacheOptions, load: () => Promise<T>): Promise<T>;
  /** Drops every entry with one of the tags, and keeps results that are still being computed from being stored. */
  invalidate(tags: readonly string[]): Promise<void>;
}

interface Entry {
  value: unknown;
  tags: readonly string[];
}

/** The first tier: in this process, at most `maxEntries` entries. */
export function createMemoryCache({ maxEntries = 5_000 }: { maxEntries?: number } = {}): Cache {
  const keysByTag = new Map<string, Set<string>>();
  const pending = new Map<string, Promise<unknown>>();
  const invalidations = new Map<string, number>();
  let clock = 0;
  let computing = 0;

  const forget = (entry: Entry, key: string) => {
    for (const tag of entry.tags) {
      const keys = keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) keysByTag.delete(tag);
    }
  };
  const entries = new LRUCache<string, Entry>({ max: maxEntries, dispose: forget });

  function keep(key: string, options: CacheOptions, value: unknown): void {
    entries.set(key, { value, tags: options.tags }, { ttl: options.ttlSeconds * 1000 });
    for (const tag of options.tags) {
      const keys = keysByTag.get(tag) ?? new Set<string>();
      keysByTag.set(tag, keys.add(key));
    }
  }

  async function compute<T>(key: string, options: CacheOptions, load: () => Promise<T>): Promise<T> {
    const startedAt = clock;
    computing += 1;
    const value = await load().finally(() => {
      computing -= 1;
    });
    const isOutdated = options.tags.some((tag) => (invalidations.get(tag) ?? 0) > startedAt);
    if (!isOutdated) keep(key, options, value);
    return value;
  }

  return {
    getOrSet<T>(key: string, options: CacheOptions, load: () => Promise<T>): Promise<T> {
      const entry = entries.get(key);
      if (entry) return Promise.resolve(entry.value as T);
      const running = pending.get(key);
      if (running) return running as Promise<T>;
      const computation = compute(key, options, load).finally(() => {
        if (pending.get(key) === computation) pending.delete(key);
      });
      pending.set(key, computation);
      return computation;
    },
    async invalidate(tags) {
      clock += 1;
      if (computing === 0) invalidations.clear();
      for (const tag of tags) {
        if (computing > 0) invalidations.set(tag, clock);
        for (const key of [...(keysByTag.get(tag) ?? [])]) entries.delete(key);
      }
      // Someone who asks after the invalidation must not join a computation that began before it.
      pending.clear();
    },
  };
}

import { AppError } from "../../../shared/kernel/error.ts";
import type { Database, Tx } from "../db/database.ts";
import type { Cache, CacheOptions, CacheStats, Counts, InvalidationListener, LookedUp } from "./cache.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { lifetimeOf } from "./lifetime.ts";
import { type MemoryEntry, MemoryTier } from "./memory-tier.ts";
import { encodeNotification, type Notification, notificationsOf } from "./notification.ts";
import { notify } from "./queries.ts";

export interface CacheDeps {
  /** The most that the first tier holds; 64 unless given. */
  memoryMegabytes?: number;
  /** Where `invalidateByTag` tells the other processes; without it nobody else hears of it. */
  db?: Pick<Database, "run" | "many" | "maybe" | "one">;
  now?: () => number;
}

interface Flight {
  promise: Promise<LookedUp<unknown>>;
  tags: CacheOptions<never>["tags"];
}

/** Makes the cache. With nothing given it is this process's memory alone. */
export function createCache(deps: CacheDeps = {}): Cache {
  return new TieredCache(deps);
}

class TieredCache implements Cache {
  readonly #memory: MemoryTier;
  readonly #db: CacheDeps["db"];
  readonly #now: () => number;
  readonly #flights = new Map<string, Flight>();
  readonly #listeners = new Set<InvalidationListener>();
  readonly #waiting = new WeakMap<Tx, Set<string>>();
  readonly #counts: CacheStats["kinds"] = { session: noCounts(), application: noCounts(), static: noCounts() };

  constructor({ memoryMegabytes = 64, db, now = Date.now }: CacheDeps) {
    this.#memory = new MemoryTier(memoryMegabytes * 1024 * 1024);
    this.#db = db;
    this.#now = now;
  }

  getOrSet<T>(key: string, options: CacheOptions<T>, load: () => Promise<T>): Promise<T> {
    const entry = this.#memory.get(key);
    if (entry && this.#now() < entry.lifetime.freshUntilMs) {
      this.#counts[options.kind].hits++;
      return Promise.resolve(entry.value as T);
    }
    return this.lookUp(key, options, load).then(({ value }) => value);
  }

  lookUp<T>(key: string, options: CacheOptions<T>, load: () => Promise<T>): Promise<LookedUp<T>> {
    const entry = this.#memory.get(key);
    const now = this.#now();
    if (entry && now < entry.lifetime.staleUntilMs) {
      const isFresh = now < entry.lifetime.freshUntilMs;
      this.#counts[options.kind][isFresh ? "hits" : "stale"]++;
      // Whoever asked has an answer already; a failure shows when the old value is gone.
      if (!isFresh) this.#join(key, options, load).catch(() => undefined);
      return Promise.resolve(found(entry, isFresh ? "hit" : "stale"));
    }
    return this.#join(key, options, load).then(
      (result) => {
        this.#counts[options.kind][result.state === "stale" ? "stale" : "misses"]++;
        return result;
      },
      (error: unknown) => {
        this.#counts[options.kind].misses++;
        throw error;
      },
    );
  }

  async set<T>(key: string, value: T, options: CacheOptions<T>): Promise<void> {
    this.#keep(key, options, deepFreeze(value));
  }

  invalidateAfter(tx: Tx, tags: readonly string[]): void {
    const known = this.#waiting.get(tx);
    const waiting = known ?? new Set<string>();
    for (const tag of tags) waiting.add(tag);
    if (known || waiting.size === 0) return;
    this.#waiting.set(tx, waiting);
    let notifications: Notification[] = [];
    tx.beforeCommit(async () => {
      notifications = notificationsOf([...waiting]);
      for (const notification of notifications) await notify(tx, encodeNotification(notification));
    });
    tx.afterCommit(() => {
      for (const notification of notifications) this.#drop(notification);
    });
  }

  async invalidateByTag(...tags: string[]): Promise<void> {
    for (const notification of notificationsOf(tags)) {
      this.#drop(notification);
      if (this.#db) await notify(this.#db, encodeNotification(notification));
    }
  }

  onInvalidated(listener: InvalidationListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stats(): CacheStats {
    return { kinds: structuredClone(this.#counts), memory: this.#memory.stats() };
  }

  async close(): Promise<void> {
    this.#listeners.clear();
  }

  /** The computation that runs for the key, or a new one. */
  #join<T>(key: string, options: CacheOptions<T>, load: () => Promise<T>): Promise<LookedUp<T>> {
    const running = this.#flights.get(key);
    if (running) return running.promise as Promise<LookedUp<T>>;
    const promise = this.#compute(key, options, load);
    const flight = { promise, tags: options.tags as Flight["tags"] };
    this.#flights.set(key, flight);
    const end = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    promise.then(end, end);
    return promise;
  }

  async #compute<T>(key: string, options: CacheOptions<T>, load: () => Promise<T>): Promise<LookedUp<T>> {
    const begun = this.#memory.begin();
    const counts = this.#counts[options.kind];
    counts.loads++;
    try {
      const value = deepFreeze(await load());
      if (!this.#memory.isOutdated(begun, tagsOf(options, value))) this.#keep(key, options, value);
      return { value, state: "miss", storedAtMs: this.#now(), isUnconfirmed: false };
    } catch (error) {
      counts.errors++;
      const old = isUnavailable(error) ? this.#memory.get(key) : undefined;
      if (!old || this.#now() >= old.lifetime.keptUntilMs) throw error;
      return found(old as MemoryEntry & { value: T }, "stale");
    } finally {
      this.#memory.end();
    }
  }

  #keep<T>(key: string, options: CacheOptions<T>, value: T): void {
    const storedAtMs = this.#now();
    const lifetime = lifetimeOf(options, value, storedAtMs);
    this.#memory.keep(key, { value, tags: tagsOf(options, value), storedAtMs, lifetime });
  }

  #drop({ tags }: Notification): void {
    if (tags === "all") {
      this.#memory.dropAll();
      this.#flights.clear();
    } else {
      this.#memory.drop(tags);
      this.#partFrom(tags);
    }
    for (const listener of this.#listeners) listener(tags);
  }

  /** Whoever asks after the invalidation must not join a computation that began before it. */
  #partFrom(dropped: readonly string[]): void {
    for (const [key, { tags }] of this.#flights) {
      if (typeof tags === "function" || tags.some((tag) => dropped.includes(tag))) this.#flights.delete(key);
    }
  }
}

function noCounts(): Counts {
  return { hits: 0, stale: 0, misses: 0, loads: 0, errors: 0 };
}

function tagsOf<T>({ tags }: CacheOptions<T>, value: T): readonly string[] {
  return typeof tags === "function" ? tags(value) : tags;
}

function found<T>({ value, storedAtMs }: MemoryEntry, state: "hit" | "stale"): LookedUp<T> {
  return { value: value as T, state, storedAtMs, isUnconfirmed: false };
}

function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && error.code === "unavailable";
}

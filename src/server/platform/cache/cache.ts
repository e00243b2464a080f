import type { Tx } from "../db/database.ts";

/**
 * What an entry holds decides how long it lives: who is signed in 24 h, what the application shows 1 h, what hardly
 * ever changes 1 d. None of them waits for its end when something changes: tags drop it before.
 */
export type CacheKind = "session" | "application" | "static";

export interface CacheOptions<T> {
  kind: CacheKind;
  /** The kind's unless given. Every entry's lifetime differs by up to a tenth, so that what came together goes apart. */
  ttlSeconds?: number;
  /** After the lifetime: the old value at once for this long, and one computation behind it. None unless given. */
  staleWhileRevalidateSeconds?: number;
  /** After the lifetime: the old value for this long when the computation fails as `unavailable`. 600 unless given. */
  staleIfErrorSeconds?: number;
  /** Names under which the entry is dropped; they may depend on the value. */
  tags: readonly string[] | ((value: T) => readonly string[]);
}

/** A key and its options: what a feature's `cache.ts` makes, so that the two are never apart. */
export interface CacheEntry<T> {
  key: string;
  options: CacheOptions<T>;
}

export interface LookedUp<T> {
  value: T;
  /** `stale`: past its lifetime, or shown because the database cannot be asked; never after one of its tags was dropped. */
  state: "hit" | "stale" | "miss";
  storedAtMs: number;
  /** Nobody could tell whether it still holds: word of changes does not reach this process, and the database is away. */
  isUnconfirmed: boolean;
}

export interface Counts {
  /** Answered from the cache in time. */
  hits: number;
  /** Answered with an old value. */
  stale: number;
  /** Answered by a computation, this caller's or one that was running. */
  misses: number;
  /** Computations that were begun. */
  loads: number;
  /** Computations that failed. */
  errors: number;
}

/** What the kinds take in memory. */
export interface Room {
  entries: number;
  bytes: number;
}

/** What one tag drops from this process's memory. An entry with several tags counts under each. */
export interface TagRoom extends Room {
  tag: string;
  kind: CacheKind;
}

export interface MemoryStats extends Room {
  kinds: Record<CacheKind, Room>;
  maxBytes: number;
  /** Entries that had to go for want of room. */
  evictions: number;
}

export interface RedisStats {
  /** Open: Redis is not asked, because it fails or has not been told everything that was dropped. */
  circuit: "closed" | "open" | "half-open";
  kinds: Record<CacheKind, { hits: number; misses: number }>;
  errors: number;
  /** Drops that wait until Redis can be told. */
  undelivered: number;
}

export interface BusStats {
  /** False: changes of other processes are not heard, so nothing is shown without asking the database. */
  isListening: boolean;
  losses: number;
  heard: number;
}

export interface CacheStats {
  kinds: Record<CacheKind, Counts>;
  memory: MemoryStats;
  /** None without `REDIS_URL`. */
  redis: RedisStats | undefined;
  /** None where nobody listens. */
  bus: BusStats | undefined;
}

/** Told the tags whose entries were dropped, or that everything was. */
export type InvalidationListener = (tags: readonly string[] | "all") => void;

/**
 * Remembers computed values by key until their time is up or one of their tags is dropped. Values are shared: plain
 * objects and arrays are frozen. Null and undefined are kept too, for at most 30 s. Failures are not kept.
 */
export interface Cache {
  /** The value under `key`, computed by `load` at most once however many ask at the same time. */
  getOrSet<T>(key: string, options: CacheOptions<T>, load: () => Promise<T>): Promise<T>;
  /** The same, with where the value comes from and how old it is. */
  lookUp<T>(key: string, options: CacheOptions<T>, load: () => Promise<T>): Promise<LookedUp<T>>;
  /** Stores a value that is as new as this call. */
  set<T>(key: string, value: T, options: CacheOptions<T>): Promise<void>;
  /**
   * Drops every entry with one of the tags once the transaction is committed: in this process and in the shared tier
   * before the caller gets its answer, in the other processes at once. A rolled-back transaction drops nothing.
   */
  invalidateAfter(tx: Tx, tags: readonly string[]): void;
  /** The same now, for what changed outside of a transaction. */
  invalidateByTag(...tags: string[]): Promise<void>;
  /** Drops everything, in every process and in the shared tier. */
  invalidateAll(): Promise<void>;
  /** Calls the listener whenever entries are dropped, before anybody who waits for it gets an answer. Returns its end. */
  onInvalidated(listener: InvalidationListener): () => void;
  /** False while word of changes does not reach this process: then nothing may be kept outside of the cache either. */
  isConfirmed(): boolean;
  /** Asks Redis for a sign of life; none without `REDIS_URL`. @throws {Error} when it gives none, or is not trusted */
  readonly pingRedis: (() => Promise<void>) | undefined;
  stats(): CacheStats;
  /** The tags of what lies in memory, in no order. Walks over every entry. */
  listTags(): TagRoom[];
  close(): Promise<void>;
}

import { LRUCache } from "lru-cache";
import { approximateBytes } from "./approximate-bytes.ts";
import type { CacheKind, MemoryStats, TagRoom } from "./cache.ts";

export interface MemoryEntry {
  readonly kind: CacheKind;
  readonly value: unknown;
  readonly tags: readonly string[];
  readonly storedAtMs: number;
  readonly lifetime: Lifetime;
}

/** Instants in milliseconds, each at or after the one before. */
export interface Lifetime {
  /** Until then it is as good as new. */
  readonly freshUntilMs: number;
  /** Until then it is shown while a new one is computed. */
  readonly staleUntilMs: number;
  /** Until then it is shown when none can be computed. */
  readonly keptUntilMs: number;
}

/** When something began whose result may be kept later. */
export type Begun = number;

/** What an entry takes besides its value: the key, the tags and their index. */
const overheadBytes = 256;

/** The first tier: in this process, bounded in bytes; the least recently used entries go first. */
export class MemoryTier {
  readonly #entries: LRUCache<string, MemoryEntry & { bytes: number }>;
  readonly #kinds: MemoryStats["kinds"] = { session: noRoom(), application: noRoom(), static: noRoom() };
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #maxBytes: number;
  /** Counts invalidations; while something runs, each tag's last one is remembered. */
  #clock = 0;
  #running = 0;
  #lastDropOfAll = 0;
  readonly #lastDropOf = new Map<string, number>();
  #evictions = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.#entries = new LRUCache({
      maxSize: maxBytes,
      dispose: (entry, key, reason) => {
        if (reason === "evict") this.#evictions++;
        this.#count(entry, -1);
        this.#forgetTags(key, entry.tags);
      },
    });
  }

  get(key: string): MemoryEntry | undefined {
    return this.#entries.get(key);
  }

  /** To be called before anything is read that `keep` may get, and `end` afterwards. */
  begin(): Begun {
    this.#running++;
    return this.#clock;
  }

  end(): void {
    if (--this.#running === 0) this.#lastDropOf.clear();
  }

  /** Whether one of the tags was dropped since: what was read then may be older than the drop. */
  isOutdated(begun: Begun, tags: readonly string[]): boolean {
    if (this.#clock === begun) return false;
    return this.#lastDropOfAll > begun || tags.some((tag) => (this.#lastDropOf.get(tag) ?? 0) > begun);
  }

  keep(key: string, entry: MemoryEntry): void {
    const bytes = approximateBytes(entry.value) + 2 * key.length + overheadBytes;
    const counted = { ...entry, bytes };
    this.#entries.set(key, counted, { size: bytes });
    if (!this.#entries.has(key)) return; // Larger than the whole tier.
    this.#count(counted, 1);
    for (const tag of entry.tags) {
      const keys = this.#keysByTag.get(tag);
      if (keys) keys.add(key);
      else this.#keysByTag.set(tag, new Set([key]));
    }
  }

  drop(tags: readonly string[]): void {
    this.#clock++;
    for (const tag of tags) {
      if (this.#running > 0) this.#lastDropOf.set(tag, this.#clock);
      for (const key of [...(this.#keysByTag.get(tag) ?? [])]) this.#entries.delete(key);
    }
  }

  dropAll(): void {
    this.#lastDropOfAll = ++this.#clock;
    this.#entries.clear();
  }

  stats(): MemoryStats {
    const { size: entries, calculatedSize: bytes } = this.#entries;
    const kinds = structuredClone(this.#kinds);
    return { entries, bytes, kinds, maxBytes: this.#maxBytes, evictions: this.#evictions };
  }

  listTags(): TagRoom[] {
    return [...this.#keysByTag].flatMap(([tag, keys]) => {
      const entries = [...keys].flatMap((key) => this.#entries.peek(key) ?? []);
      const [first] = entries;
      const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
      return first ? [{ tag, kind: first.kind, entries: entries.length, bytes }] : [];
    });
  }

  #count({ kind, bytes }: { kind: CacheKind; bytes: number }, sign: 1 | -1): void {
    this.#kinds[kind].entries += sign;
    this.#kinds[kind].bytes += sign * bytes;
  }

  #forgetTags(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}

const noRoom = () => ({ entries: 0, bytes: 0 });

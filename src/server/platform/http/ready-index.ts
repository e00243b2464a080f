import { LRUCache } from "lru-cache";
import type { ReadyEntry } from "./ready-entry.ts";

/** Taken before an answer is looked up: what is invalidated from then on refuses the answer. */
export type Claim = number;

export interface ReadyIndexOptions {
  maxEntries: number;
  maxBytes: number;
}

const maxUrlLength = 1024;
const entryOverheadBytes = 4096;
const maxRememberedTags = 10_000;

/** Raw request target → answer, in this process only. Bounded; what was asked for least recently goes first. */
export class ReadyIndex {
  readonly #entries: LRUCache<string, ReadyEntry>;
  readonly #urlsByTag = new Map<string, Set<string>>();
  /** When each tag was last invalidated, counted in invalidations. */
  readonly #invalidatedAt = new Map<string, number>();
  #allInvalidatedAt = 0;
  #invalidations = 0;

  constructor({ maxEntries, maxBytes }: ReadyIndexOptions) {
    this.#entries = new LRUCache({
      max: maxEntries,
      maxSize: maxBytes,
      sizeCalculation: (entry, url) => entry.bytes + url.length + entryOverheadBytes,
      dispose: (entry, url) => this.#forget(entry, url),
    });
  }

  get(url: string): ReadyEntry | undefined {
    return this.#entries.get(url);
  }

  claim(): Claim {
    return this.#invalidations;
  }

  /** Keeps the answer, unless one of its tags was invalidated after the claim: it may have been made from what was before. */
  put(claim: Claim, url: string, entry: ReadyEntry): void {
    if (url.length > maxUrlLength || this.#allInvalidatedAt > claim) return;
    const { tags } = entry.page;
    if (tags.some((tag) => (this.#invalidatedAt.get(tag) ?? 0) > claim)) return;
    this.#entries.set(url, entry);
    // Too large a one is not kept, and must leave no trace under its tags either.
    if (!this.#entries.has(url)) return;
    for (const tag of tags) {
      const urls = this.#urlsByTag.get(tag) ?? new Set<string>();
      this.#urlsByTag.set(tag, urls.add(url));
    }
  }

  drop(url: string): void {
    this.#entries.delete(url);
  }

  invalidate(tags: readonly string[] | "all"): void {
    this.#invalidations += 1;
    if (tags === "all" || this.#invalidatedAt.size + tags.length > maxRememberedTags) {
      // Forgetting when a tag was invalidated is only safe by counting all of them as invalidated now.
      this.#allInvalidatedAt = this.#invalidations;
      this.#invalidatedAt.clear();
    }
    if (tags === "all") {
      this.#entries.clear();
      return;
    }
    for (const tag of tags) {
      this.#invalidatedAt.set(tag, this.#invalidations);
      for (const url of [...(this.#urlsByTag.get(tag) ?? [])]) this.#entries.delete(url);
    }
  }

  size(): { entries: number; bytes: number; tags: number } {
    return { entries: this.#entries.size, bytes: this.#entries.calculatedSize, tags: this.#urlsByTag.size };
  }

  #forget({ page }: ReadyEntry, url: string): void {
    for (const tag of page.tags) {
      const urls = this.#urlsByTag.get(tag);
      urls?.delete(url);
      if (urls?.size === 0) this.#urlsByTag.delete(tag);
    }
  }
}

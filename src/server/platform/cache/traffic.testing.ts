import { setTimeout as delay } from "node:timers/promises";
import type { Cache, CacheOptions } from "./cache.ts";

const keys = Array.from({ length: 12 }, (_, index) => `item:${index}`);

/**
 * Readers and one writer on several caches that are over the same truth: a version for each key. The writer raises a
 * version and drops the key's tag, one after another, through the first cache; each cache tells what it heard of, and no
 * reader of it may then get anything older.
 */
export class Traffic {
  readonly #truth = new Map(keys.map((key) => [key, 0]));
  readonly #caches: { cache: Cache; heard: Map<string, number> }[];
  readonly #running: Promise<void>[] = [];
  #isOver = false;
  reads = 0;
  loads = 0;
  readonly failures: unknown[] = [];
  /** Reads that gave less than their cache had heard of. */
  readonly stale: string[] = [];

  constructor(...caches: Cache[]) {
    this.#caches = caches.map((cache) => {
      const heard = new Map(keys.map((key) => [key, 0]));
      cache.onInvalidated((tags) => {
        if (tags !== "all") for (const tag of tags) heard.set(tag, (heard.get(tag) ?? 0) + 1);
      });
      return { cache, heard };
    });
  }

  start(): void {
    for (const place of this.#caches) {
      for (let reader = 0; reader < 3; reader++) this.#running.push(this.#until(() => this.#read(place)));
    }
    this.#running.push(this.#until(() => this.#write()));
  }

  /** Lets it run until so many more reads were answered. */
  async goOn(reads: number): Promise<void> {
    const enough = this.reads + reads;
    while (this.reads < enough) await delay(5);
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#running);
  }

  /** What each cache shows now, beside the truth; keys that agree are left out. */
  async differences(): Promise<string[]> {
    const found: string[] = [];
    for (const { cache } of this.#caches) {
      for (const key of keys) {
        const value = await cache.getOrSet(key, this.#options(key), () => this.#load(key));
        if (value !== this.#truth.get(key)) found.push(`${key}: ${value} instead of ${this.#truth.get(key)}`);
      }
    }
    return found;
  }

  async #until(step: () => Promise<void>): Promise<void> {
    while (!this.#isOver) {
      await step().catch((error) => this.failures.push(error));
      await delay(Math.random() * 4);
    }
  }

  async #read({ cache, heard }: { cache: Cache; heard: Map<string, number> }): Promise<void> {
    const key = anyKey();
    const least = heard.get(key) ?? 0;
    const value = await cache.getOrSet(key, this.#options(key), () => this.#load(key));
    this.reads++;
    if (value < least) this.stale.push(`${key}: ${value} after ${least} was heard of`);
  }

  async #write(): Promise<void> {
    const key = anyKey();
    const version = (this.#truth.get(key) ?? 0) + 1;
    this.#truth.set(key, version);
    const { cache } = this.#caches[0] as { cache: Cache };
    await cache.invalidateByTag(key);
    const value = await cache.getOrSet(key, this.#options(key), () => this.#load(key));
    if (value < version) this.stale.push(`${key}: ${value} after the writer's answer for ${version}`);
    await delay(10 + Math.random() * 20);
  }

  /** Slow enough that drops come in the middle, and what it gives is what was there at its start. */
  async #load(key: string): Promise<number> {
    this.loads++;
    const version = this.#truth.get(key) ?? 0;
    await delay(Math.random() * 6);
    return version;
  }

  /** Half of the tags depend on the value. */
  #options(key: string): CacheOptions<number> {
    const isEven = Number(key.slice(-1)) % 2 === 0;
    return { kind: "application", tags: isEven ? [key] : () => [key] };
  }
}

const anyKey = () => keys[Math.floor(Math.random() * keys.length)] ?? "";

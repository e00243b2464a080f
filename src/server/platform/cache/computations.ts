import { AppError } from "../../../shared/kernel/error.ts";
import type { AroundLoad } from "../tracing/tracing.ts";
import type { CacheOptions, CacheStats, LookedUp } from "./cache.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { freshMsOf, lifetimeOf, staleMsOf } from "./lifetime.ts";
import type { MemoryTier } from "./memory-tier.ts";
import type { Permit, RedisTier, SharedValue } from "./redis-tier.ts";

export interface ComputationDeps {
  memory: MemoryTier;
  redis: RedisTier | undefined;
  counts: CacheStats["kinds"];
  now(): number;
  aroundLoad: AroundLoad | undefined;
  /** Whether word of changes reaches this process. */
  isConfirmed(): boolean;
}

interface Computation {
  promise: Promise<LookedUp<unknown>>;
  tags: CacheOptions<never>["tags"];
}

/** A key, how it is kept and how it is computed. */
interface Task<T> {
  key: string;
  options: CacheOptions<T>;
  load: () => Promise<T>;
}

/** Gets what memory does not have: from Redis, or by computing it, once per key however many ask. */
export class Computations {
  readonly #deps: ComputationDeps;
  readonly #running = new Map<string, Computation>();

  constructor(deps: ComputationDeps) {
    this.#deps = deps;
  }

  /** The computation that runs for the key, or a new one. */
  join<T>(key: string, options: CacheOptions<T>, load: () => Promise<T>): Promise<LookedUp<T>> {
    const running = this.#running.get(key);
    if (running) return running.promise as Promise<LookedUp<T>>;
    const promise = this.#get({ key, options, load });
    const computation = { promise, tags: options.tags as Computation["tags"] };
    this.#running.set(key, computation);
    const end = () => {
      if (this.#running.get(key) === computation) this.#running.delete(key);
    };
    promise.then(end, end);
    return promise;
  }

  /** Whoever asks after something was dropped must not join a computation that began before. */
  part(dropped: readonly string[] | "all"): void {
    if (dropped === "all") this.#running.clear();
    else {
      for (const [key, { tags }] of this.#running) {
        if (typeof tags === "function" || tags.some((tag) => dropped.includes(tag))) this.#running.delete(key);
      }
    }
  }

  /** Stores a value that was not computed here. */
  async set<T>(key: string, options: CacheOptions<T>, value: T): Promise<void> {
    const freshMs = freshMsOf(options, value);
    this.#keep(key, options, { value, storedAtMs: this.#deps.now(), freshMs });
    const redis = this.#redis;
    const permit = redis && (await redis.replace(key, tagsOf(options, value)));
    if (redis && permit) await this.#share(redis, { key, options }, { value, freshMs, permit });
  }

  /** Redis, while what it has can be relied on. */
  get #redis(): RedisTier | undefined {
    const { redis, isConfirmed } = this.#deps;
    return redis?.isTrusted && isConfirmed() ? redis : undefined;
  }

  async #get<T>(task: Task<T>): Promise<LookedUp<T>> {
    const { key, options } = task;
    const { memory } = this.#deps;
    const redis = this.#redis;
    if (!redis) return this.#load(task, undefined).catch((error) => this.#inPlaceOf(error, task));
    const begun = memory.begin();
    const tags = typeof options.tags === "function" ? [] : options.tags;
    const staleMs = staleMsOf(options);
    const { found, permit } = await redis.read(options.kind, key, { tags, staleMs });
    const old = found && this.#sharedEntry<T>(found);
    const isOutdated = old !== undefined && memory.isOutdated(begun, tagsOf(options, old.value));
    memory.end();
    if (!old || old.ageMs >= old.freshMs + staleMs) {
      return this.#load(task, permit).catch((error) => this.#inPlaceOf(error, task, isOutdated ? undefined : old));
    }
    if (!isOutdated) this.#keep(key, options, old);
    if (old.ageMs < old.freshMs) return answerOf(old, "hit");
    // Whoever asked has an answer already; a failure shows when the old value is gone.
    if (permit) this.#load(task, permit).catch(() => undefined);
    return answerOf(old, "stale");
  }

  async #load<T>({ key, options, load }: Task<T>, permit: Permit | undefined): Promise<LookedUp<T>> {
    const { memory, redis, now, counts, aroundLoad } = this.#deps;
    const begun = memory.begin();
    counts[options.kind].loads++;
    try {
      const value = deepFreeze(await (aroundLoad ? aroundLoad({ key, kind: options.kind }, load) : load()));
      const storedAtMs = now();
      if (memory.isOutdated(begun, tagsOf(options, value))) {
        if (permit) void redis?.release(key, permit);
        return answerOf({ value, storedAtMs }, "miss");
      }
      const freshMs = freshMsOf(options, value);
      this.#keep(key, options, { value, storedAtMs, freshMs });
      if (redis && permit) void this.#share(redis, { key, options }, { value, freshMs, permit });
      return answerOf({ value, storedAtMs }, "miss");
    } catch (error) {
      counts[options.kind].errors++;
      if (permit) void redis?.release(key, permit);
      throw error;
    } finally {
      memory.end();
    }
  }

  /** What is shown when the database cannot be asked: whatever was not dropped and is not too old. */
  async #inPlaceOf<T>(error: unknown, { key }: Task<T>, shared?: SharedEntry<T>): Promise<LookedUp<T>> {
    if (!(error instanceof AppError && error.code === "unavailable")) throw error;
    const { memory, redis, now, isConfirmed } = this.#deps;
    const kept = memory.get(key);
    const isUnconfirmed = !isConfirmed();
    if (kept && now() < kept.lifetime.keptUntilMs)
      return { ...answerOf(kept as SharedEntry<T>, "stale"), isUnconfirmed };
    const found = shared ?? (await redis?.peek(key).then((value) => value && this.#sharedEntry<T>(value)));
    if (!found) throw error;
    return { ...answerOf(found, "stale"), isUnconfirmed };
  }

  #sharedEntry<T>({ value, ageMs, freshMs }: SharedValue): SharedEntry<T> & SharedValue {
    return { value: deepFreeze(value as T), storedAtMs: this.#deps.now() - ageMs, ageMs, freshMs };
  }

  #keep<T>(key: string, options: CacheOptions<T>, stored: SharedEntry<T> & { freshMs: number }): void {
    const { value, storedAtMs } = stored;
    const lifetime = lifetimeOf(options, value, stored);
    this.#deps.memory.keep(key, { kind: options.kind, value, tags: tagsOf(options, value), storedAtMs, lifetime });
  }

  #share<T>(
    redis: RedisTier,
    { key, options }: Pick<Task<T>, "key" | "options">,
    { value, freshMs, permit }: { value: T; freshMs: number; permit: Permit },
  ): Promise<void> {
    const { keptUntilMs: keptMs } = lifetimeOf(options, value, { storedAtMs: 0, freshMs });
    return redis.write(key, permit, { value, tags: tagsOf(options, value), freshMs, keptMs });
  }
}

interface SharedEntry<T> {
  value: T;
  storedAtMs: number;
}

function answerOf<T>({ value, storedAtMs }: SharedEntry<T>, state: LookedUp<T>["state"]): LookedUp<T> {
  return { value, state, storedAtMs, isUnconfirmed: false };
}

function tagsOf<T>({ tags }: CacheOptions<T>, value: T): readonly string[] {
  return typeof tags === "function" ? tags(value) : tags;
}

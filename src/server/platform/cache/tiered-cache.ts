import { randomUUID } from "node:crypto";
import type { Tx } from "../db/database.ts";
import { Bus, type Surroundings } from "./bus.ts";
import type { Cache, CacheOptions, CacheStats, InvalidationListener, LookedUp, TagRoom } from "./cache.ts";
import type { CacheDeps, SharedCacheDeps } from "./cache-deps.ts";
import { Computations } from "./computations.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { MemoryTier } from "./memory-tier.ts";
import { decodeNotification, encodeNotification, type Notification, notificationsOf } from "./notification.ts";
import { notify } from "./queries.ts";
import type { RedisTier } from "./redis-tier.ts";

type Sharing = Required<Pick<SharedCacheDeps, "listenUrl" | "build" | "report">> & {
  /** Makes the second tier, where there is one. */
  redis: ((onTrust: (isTrusted: boolean) => void) => RedisTier) | undefined;
};

/** Notifications that are remembered, so that none is applied again when it comes back from the database. */
const maxApplied = 1_000;

/** Memory, then Redis, then the computation; and the bus, which tells what to forget. */
export class TieredCache implements Cache {
  readonly #memory: MemoryTier;
  readonly #redis: RedisTier | undefined;
  readonly #bus: Bus | undefined;
  readonly #db: CacheDeps["db"];
  readonly #now: () => number;
  readonly #computations: Computations;
  readonly #counts: CacheStats["kinds"] = { session: noCounts(), application: noCounts(), static: noCounts() };
  readonly #listeners = new Set<InvalidationListener>();
  readonly #waiting = new WeakMap<Tx, Set<string>>();
  readonly #applied = new Map<string, Promise<void>>();
  /** False while the bus is lost: then nothing is shown without asking the database. */
  #isConfirmed: boolean;

  constructor({ memoryMegabytes = 64, db, now = Date.now, aroundLoad }: CacheDeps, sharing?: Sharing) {
    this.#memory = new MemoryTier(memoryMegabytes * 1024 * 1024);
    this.#db = db;
    this.#now = now;
    this.#isConfirmed = sharing === undefined;
    if (sharing) this.#bus = this.#busOf(sharing);
    this.#redis = sharing?.redis?.((isTrusted) => this.#bus?.setWitness(isTrusted));
    const isConfirmed = () => this.#isConfirmed;
    this.#computations = new Computations({
      memory: this.#memory,
      redis: this.#redis,
      counts: this.#counts,
      now,
      isConfirmed,
      aroundLoad,
    });
  }

  async start(): Promise<void> {
    await this.#bus?.start();
  }

  getOrSet<T>(key: string, options: CacheOptions<T>, load: () => Promise<T>): Promise<T> {
    const entry = this.#isConfirmed ? this.#memory.get(key) : undefined;
    if (entry && this.#now() < entry.lifetime.freshUntilMs) {
      this.#counts[options.kind].hits++;
      return Promise.resolve(entry.value as T);
    }
    return this.lookUp(key, options, load).then(({ value }) => value);
  }

  lookUp<T>(key: string, options: CacheOptions<T>, load: () => Promise<T>): Promise<LookedUp<T>> {
    const entry = this.#isConfirmed ? this.#memory.get(key) : undefined;
    const now = this.#now();
    if (entry && now < entry.lifetime.staleUntilMs) {
      const isFresh = now < entry.lifetime.freshUntilMs;
      this.#counts[options.kind][isFresh ? "hits" : "stale"]++;
      // Whoever asked has an answer already; a failure shows when the old value is gone.
      if (!isFresh) this.#computations.join(key, options, load).catch(() => undefined);
      const { value, storedAtMs } = entry as { value: T; storedAtMs: number };
      return Promise.resolve({ value, storedAtMs, state: isFresh ? "hit" : "stale", isUnconfirmed: false });
    }
    return this.#counted(options, this.#computations.join(key, options, load));
  }

  async set<T>(key: string, value: T, options: CacheOptions<T>): Promise<void> {
    await this.#computations.set(key, options, deepFreeze(value));
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
    tx.afterCommit(async () => {
      await Promise.all(notifications.map((notification) => this.#apply(notification)));
    });
  }

  async invalidateByTag(...tags: string[]): Promise<void> {
    for (const notification of notificationsOf(tags)) await this.#announce(notification);
  }

  async invalidateAll(): Promise<void> {
    await this.#announce({ id: randomUUID(), tags: "all" });
  }

  onInvalidated(listener: InvalidationListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  isConfirmed(): boolean {
    return this.#isConfirmed;
  }

  listTags(): TagRoom[] {
    return this.#memory.listTags();
  }

  get pingRedis(): (() => Promise<void>) | undefined {
    const redis = this.#redis;
    if (!redis) return undefined;
    return async () => {
      await redis.ping();
      if (!redis.isTrusted) throw new Error("Redis is not asked until it has heard of every change");
    };
  }

  stats(): CacheStats {
    const tiers = { memory: this.#memory.stats(), redis: this.#redis?.stats(), bus: this.#bus?.stats() };
    return { kinds: structuredClone(this.#counts), ...tiers };
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#bus?.close();
    await this.#redis?.close();
  }

  async #counted<T>({ kind }: CacheOptions<T>, answer: Promise<LookedUp<T>>): Promise<LookedUp<T>> {
    const counts = this.#counts[kind];
    try {
      const found = await answer;
      counts[found.state === "hit" ? "hits" : found.state === "stale" ? "stale" : "misses"]++;
      return found;
    } catch (error) {
      counts.misses++;
      throw error;
    }
  }

  async #announce(notification: Notification): Promise<void> {
    await this.#apply(notification);
    if (this.#db) await notify(this.#db, encodeNotification(notification));
  }

  /** Forgets in this process at once, and in Redis by the time the promise is through; once for each notification. */
  #apply(notification: Notification): Promise<void> {
    const { id, tags } = notification;
    const applied = this.#applied.get(id);
    if (applied) return applied;
    this.#forget(tags);
    const inRedis = this.#redis?.drop(notification) ?? Promise.resolve();
    this.#applied.set(id, inRedis);
    if (this.#applied.size > maxApplied) this.#applied.delete(this.#applied.keys().next().value ?? id);
    return inRedis;
  }

  #forget(tags: readonly string[] | "all"): void {
    if (tags === "all") this.#memory.dropAll();
    else this.#memory.drop(tags);
    this.#computations.part(tags);
    for (const listener of this.#listeners) listener(tags);
  }

  #busOf({ listenUrl: url, build, report }: Sharing): Bus {
    return new Bus({
      url,
      build,
      report,
      onNotification: (payload) => void this.#apply(decodeNotification(payload)),
      onLost: () => this.#doubt(),
      onBack: (surroundings) => this.#startAfresh(surroundings),
    });
  }

  /** The entries stay for when the database is away as well; whoever keeps something made of them hears at once. */
  #doubt(): void {
    this.#isConfirmed = false;
    this.#computations.part("all");
    for (const listener of this.#listeners) listener("all");
  }

  async #startAfresh({ database, isWitnessed }: Surroundings): Promise<void> {
    await this.#redis?.open(database);
    if (!isWitnessed) await this.#redis?.drop({ id: randomUUID(), tags: "all" });
    this.#forget("all");
    this.#isConfirmed = true;
  }
}

function noCounts() {
  return { hits: 0, stale: 0, misses: 0, loads: 0, errors: 0 };
}

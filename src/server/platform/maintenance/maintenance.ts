import type { Cache, CacheOptions } from "../cache/cache.ts";
import type { Database } from "../db/database.ts";
import { findKept, forget, keep } from "../kept-values/queries.ts";
import type { Clock } from "../time/clock.ts";

/** Since when, and what people are told besides. */
export interface MaintenanceState {
  since: string;
  notice: string | null;
}

/** A time in which everything can be read and nothing be changed. The same in all processes. */
export interface Maintenance {
  /** Null while there is none. Out of the cache, so it may be asked with each write. */
  state(): Promise<MaintenanceState | null>;
  /** Begins it, or changes what people are told. Every process hears at once. */
  begin(notice: string | null): Promise<MaintenanceState>;
  end(): Promise<void>;
}

/** Of what is kept, of the cached entry, and its tag. */
const name = "maintenance";
const entry: CacheOptions<MaintenanceState | null> = { kind: "application", ttlSeconds: 30, tags: [name] };

export function createMaintenance({ db, cache, clock }: { db: Database; cache: Cache; clock: Clock }): Maintenance {
  return {
    state: () => cache.getOrSet(name, entry, async () => (await findKept<MaintenanceState>(db, name)) ?? null),
    begin: (notice) =>
      db.transaction(async (tx) => {
        const at = clock.now();
        const known = await findKept<MaintenanceState>(tx, name);
        const state = { since: known?.since ?? at.toISOString(), notice };
        await keep(tx, name, { value: state, at });
        cache.invalidateAfter(tx, [name]);
        return state;
      }),
    end: () =>
      db.transaction(async (tx) => {
        await forget(tx, name);
        cache.invalidateAfter(tx, [name]);
      }),
  };
}

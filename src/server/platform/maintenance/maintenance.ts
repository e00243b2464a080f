import type { Cache, CacheOptions } from "../cache/cache.ts";
import type { Database } from "../db/database.ts";
import type { Clock } from "../time/clock.ts";
import { deleteMaintenance, findMaintenance, type MaintenanceState, saveMaintenance } from "./queries.ts";

/** A time in which everything can be read and nothing be changed. The same in all processes. */
export interface Maintenance {
  /** Null while there is none. Out of the cache, so it may be asked with each write. */
  state(): Promise<MaintenanceState | null>;
  /** Begins it, or changes what people are told. Every process hears at once. */
  begin(notice: string | null): Promise<MaintenanceState>;
  end(): Promise<void>;
}

export type { MaintenanceState } from "./queries.ts";

const tag = "maintenance";
const entry: CacheOptions<MaintenanceState | null> = { kind: "application", ttlSeconds: 30, tags: [tag] };

export function createMaintenance({ db, cache, clock }: { db: Database; cache: Cache; clock: Clock }): Maintenance {
  return {
    state: () => cache.getOrSet("maintenance", entry, () => findMaintenance(db)),
    begin: (notice) =>
      db.transaction(async (tx) => {
        const at = clock.now();
        const state = { since: (await findMaintenance(tx))?.since ?? at.toISOString(), notice };
        await saveMaintenance(tx, state, at);
        cache.invalidateAfter(tx, [tag]);
        return state;
      }),
    end: () =>
      db.transaction(async (tx) => {
        await deleteMaintenance(tx);
        cache.invalidateAfter(tx, [tag]);
      }),
  };
}

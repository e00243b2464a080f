import type { PoolState } from "./connection.ts";
import type { DatabaseServer, Result } from "./db.ts";
import type { PostgresServer } from "./postgres-server.ts";
import { readContext } from "./read-context.ts";
import { type Sql, sql } from "./sql.ts";

interface Replica {
  server: PostgresServer;
  /** It has everything that was committed on the primary before this moment of our own clock. */
  freshAsOfMs: number;
  isBeingChecked: boolean;
}

/** A way to read, on whichever server. */
export type ReadOn = (server: PostgresServer, statement: Sql) => Promise<Result>;

const checkEveryMs = 500;
const checkOnDemandEveryMs = 50;
/** Nobody reads what is older than this; so without the primary, which alone can tell, the replicas fall silent too. */
const maxAgeMs = 2_000;

/**
 * Spreads reads over the replicas that are there and have seen enough, in turn; the primary takes what is left. A read
 * that fails on a replica, for whatever reason, is done again on the primary: replicas may only ever make things quicker.
 */
export class Replicas {
  readonly #primary: PostgresServer;
  readonly #replicas: Replica[];
  readonly #timer: NodeJS.Timeout;
  #next = 0;
  #lastChangeMs = 0;
  #lastCheckMs = 0;

  constructor(primary: PostgresServer, servers: PostgresServer[]) {
    this.#primary = primary;
    this.#replicas = servers.map((server) => ({ server, freshAsOfMs: 0, isBeingChecked: false }));
    this.#timer = setInterval(() => void this.#check(), checkEveryMs).unref();
    void this.#check();
  }

  get pools(): PoolState[] {
    return this.#replicas.map(({ server }) => server.pool);
  }

  get servers(): DatabaseServer[] {
    return this.#replicas.map((replica, at) => ({
      name: `replica-${at + 1}`,
      probe: () => replica.server.probe(),
      ageMs: () => Date.now() - replica.freshAsOfMs,
    }));
  }

  /** From now on nobody reads what is older than this moment. */
  requireFresh(): void {
    this.#lastChangeMs = Date.now();
  }

  async read(statement: Sql, readOn: ReadOn): Promise<Result> {
    const context = readContext.getStore();
    const replica = context && this.#pick(this.#demandOf(context.ownWritesUntilMs));
    if (!replica) return readOn(this.#primary, statement);
    try {
      return await readOn(replica, statement);
    } catch {
      return readOn(this.#primary, statement);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#replicas.map(({ server }) => server.close()));
  }

  #demandOf(ownWritesUntilMs: number): number {
    return Math.max(this.#lastChangeMs, ownWritesUntilMs, Date.now() - maxAgeMs);
  }

  #pick(sinceMs: number): PostgresServer | undefined {
    const count = this.#replicas.length;
    for (let step = 0; step < count; step++) {
      const replica = this.#replicas[(this.#next + step) % count];
      if (replica && replica.freshAsOfMs >= sinceMs && replica.server.watch.availability.isUp) {
        this.#next = (this.#next + step + 1) % count;
        return replica.server;
      }
    }
    if (Date.now() - this.#lastCheckMs >= checkOnDemandEveryMs) void this.#check();
    return undefined;
  }

  /** Asks the primary how far it is and the replicas whether they are there yet. Never fails. */
  async #check(): Promise<void> {
    const asOfMs = Date.now();
    this.#lastCheckMs = asOfMs;
    try {
      const { rows } = await this.#primary.read(sql`select pg_current_wal_lsn()::text as position`);
      const { position } = rows[0] as { position: string };
      for (const replica of this.#replicas) void this.#checkOne(replica, { position, asOfMs });
    } catch {
      // Without the primary nobody can tell; the replicas keep the age they had.
    }
  }

  async #checkOne(replica: Replica, { position, asOfMs }: { position: string; asOfMs: number }): Promise<void> {
    if (replica.isBeingChecked || !replica.server.watch.availability.isUp) return;
    replica.isBeingChecked = true;
    try {
      // A replica that was promoted goes its own way from then on.
      const { rows } = await replica.server.read(sql`
        select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${position}::pg_lsn as "isThere"`);
      if ((rows[0] as { isThere: boolean | null }).isThere) replica.freshAsOfMs = asOfMs;
    } catch {
      // Left out until it answers again.
    } finally {
      replica.isBeingChecked = false;
    }
  }
}

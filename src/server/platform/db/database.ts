import { type ConnectionOptions, type PoolState, warn } from "./connection.ts";
import { type Database, dbOver, type Execute } from "./db.ts";
import { asCallerError } from "./errors.ts";
import { PostgresServer, type ServerOptions } from "./postgres-server.ts";
import { type ReadOn, Replicas } from "./replicas.ts";

export type { Availability } from "./availability.ts";
export type { Database, Db, Tx } from "./db.ts";

const readShort: ReadOn = (server, statement) => server.read(statement);
const readLong: ReadOn = (server, statement) => server.readLong(statement);

/** Opens the database. Connections are made when the first statement needs them. */
export function createDatabase(options: ConnectionOptions): Database {
  const { url, poolMax, isPooled = false, lanes = 2, report = warn, onAvailability, onStatement } = options;
  const shared = { poolMax, isPooled, lanes, report, onStatement } satisfies Partial<ServerOptions>;
  const primary = new PostgresServer({ ...shared, url, part: "primary", onAvailability });
  const replicas = replicasOf(primary, options.replicaUrls ?? [], shared);
  const reading = (readOn: ReadOn): Execute =>
    replicas ? (statement) => replicas.read(statement, readOn) : (statement) => readOn(primary, statement);
  const [onShort, onLong] = [reading(readShort), reading(readLong)];

  return {
    ...dbOver((statement) => translated(primary.execute(statement))),
    reads: dbOver((statement) => translated(onShort(statement))),
    longReads: dbOver((statement) => translated(onLong(statement))),
    transaction: (work) => translated(primary.transaction(work)),
    requireFreshReads: () => replicas?.requireFresh(),
    get availability() {
      return primary.watch.availability;
    },
    get pool() {
      return addedUp([primary.pool, ...(replicas?.pools ?? [])]);
    },
    servers: [{ name: "primary", probe: () => primary.probe(), ageMs: () => 0 }, ...(replicas?.servers ?? [])],
    onLost: (listener) => primary.watch.onLost(listener),
    close: async () => {
      await replicas?.close();
      await primary.close();
    },
  };
}

function addedUp(pools: readonly PoolState[]): PoolState {
  const sum = (of: (pool: PoolState) => number) => pools.reduce((total, pool) => total + of(pool), 0);
  return {
    inUse: sum(({ inUse }) => inUse),
    idle: sum(({ idle }) => idle),
    waiting: sum(({ waiting }) => waiting),
    max: sum(({ max }) => max),
  };
}

function replicasOf(
  primary: PostgresServer,
  urls: readonly string[],
  shared: Omit<ServerOptions, "url" | "part">,
): Replicas | undefined {
  if (urls.length === 0) return undefined;
  return new Replicas(
    primary,
    urls.map((url) => new PostgresServer({ ...shared, url, part: "replica" })),
  );
}

async function translated<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asCallerError(error);
  }
}

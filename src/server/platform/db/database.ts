import { type ConnectionOptions, warn } from "./connection.ts";
import { type Database, dbOver } from "./db.ts";
import { asCallerError } from "./errors.ts";
import { PostgresServer } from "./postgres-server.ts";

export type { Availability } from "./availability.ts";
export type { Database, Db, Tx } from "./db.ts";

/** Opens the database. Connections are made when the first statement needs them. */
export function createDatabase(options: ConnectionOptions): Database {
  const { url, poolMax, prepare = true, pipeline = true, report = warn, onAvailability } = options;
  const primary = new PostgresServer({ url, poolMax, prepare, pipeline, report, onAvailability });
  return {
    ...dbOver((statement) => translated(primary.execute(statement))),
    reads: dbOver((statement) => translated(primary.read(statement))),
    transaction: (work) => translated(primary.transaction(work)),
    get availability() {
      return primary.watch.availability;
    },
    onLost: (listener) => primary.watch.onLost(listener),
    close: () => primary.close(),
  };
}

async function translated<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asCallerError(error);
  }
}

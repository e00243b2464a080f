import { type ConnectionOptions, createPool, queryConfig, warn } from "./connection.ts";
import { type Database, dbOver, type Execute } from "./db.ts";
import { asCallerError, isStaleStatement } from "./errors.ts";
import { PipelinedLane } from "./lane.ts";
import { runTransaction } from "./transaction.ts";

export type { Database, Db, Tx } from "./db.ts";

/** Opens the database. Connections are made when the first statement needs them. */
export function createDatabase(options: ConnectionOptions): Database {
  const { prepare = true, pipeline = true, report = warn } = options;
  const pool = createPool(options);

  const onPool: Execute = async (statement) => {
    try {
      return await pool.query(queryConfig(statement, prepare));
    } catch (error) {
      if (!isStaleStatement(error)) throw error;
      return pool.query(queryConfig(statement, false));
    }
  };
  const lane = pipeline ? new PipelinedLane(options, onPool) : undefined;
  const reads: Execute = lane ? (statement) => lane.execute(statement) : onPool;

  return {
    ...dbOver((statement) => translated(onPool(statement))),
    reads: dbOver((statement) => translated(reads(statement))),
    transaction: (work) => translated(runTransaction({ pool, prepare, report }, work)),
    close: async () => {
      await lane?.close();
      await pool.end();
    },
  };
}

async function translated<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asCallerError(error);
  }
}

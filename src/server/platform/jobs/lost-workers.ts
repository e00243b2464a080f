import type { Db } from "../db/db.ts";
import { Listener } from "../db/listener.ts";
import type { Log } from "../logging/log.ts";
import { absentHolders, admitReleases, delayReleases, holdName, unlockJobsOf } from "./queries.ts";

export interface LostWorkersOptions {
  url: string;
  log: Log;
  /** How often to look for jobs whose worker is gone. */
  lookEveryMs?: number;
}

/** Nobody sends anything there: the connection is what is wanted. */
const channel = "jobs_worker_lives";

/**
 * Gives the jobs of processes that were killed back to the queue, which by itself would keep them locked for four
 * hours. Each queue that takes jobs holds a lock of its name on one connection, which ends when its process does. A name
 * that has jobs and nobody holds is lost, if it is so twice: after a restart of the database all come back one by one.
 */
export class LostWorkers {
  readonly #options: LostWorkersOptions;
  readonly #connection: Listener;
  readonly #own = new Set<string>();
  #suspects = new Set<string>();
  #db: Db | undefined;
  #looking: NodeJS.Timeout | undefined;

  constructor(options: LostWorkersOptions) {
    this.#options = options;
    this.#connection = new Listener({
      url: options.url,
      channel,
      onNotification: () => undefined,
      onConnected: async (db) => {
        for (const name of this.#own) await holdName(db, name);
        this.#db = db;
      },
      onLost: () => {
        this.#db = undefined;
      },
      report: (error) => options.log.warn({ component: "jobs", error }, "the connection that shows who works is lost"),
    });
  }

  async start(): Promise<void> {
    await this.#connection.start();
    this.#looking = setInterval(() => void this.#look(), this.#options.lookEveryMs ?? 3_000).unref();
  }

  /** Starts a queue, which may take jobs before its name is known and held: nothing is released meanwhile. */
  async whileStarting<T>(start: (onName: (name: string) => void) => Promise<T>): Promise<T> {
    const db = this.#db;
    if (db) await delayReleases(db);
    try {
      let started: string | undefined;
      const result = await start((name) => {
        started = name;
        this.#own.add(name);
      });
      if (db && started !== undefined) await holdName(db, started);
      return result;
    } finally {
      if (db) await admitReleases(db).catch(() => undefined); // The lock went with the connection.
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#looking);
    await this.#connection.close();
  }

  async #look(): Promise<void> {
    if (!this.#db) return;
    try {
      const absent = await absentHolders(this.#db, [...this.#own]);
      const lost = absent.filter((name) => this.#suspects.has(name));
      this.#suspects = new Set(absent);
      if (lost.length === 0) return;
      await unlockJobsOf(this.#db, lost);
      this.#options.log.warn(
        { component: "jobs", workers: lost.length },
        "jobs of a lost process are in the queue again",
      );
    } catch {
      // The connection broke, and says so itself; there is another look soon.
      this.#suspects.clear();
    }
  }
}

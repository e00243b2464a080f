import type { Db } from "../db/database.ts";
import { Listener } from "../db/listener.ts";
import type { BusStats } from "./cache.ts";
import { channel, findSurroundings, nameConnection } from "./queries.ts";

export interface BusOptions {
  /** Straight to the server, because a pooler loses notifications. */
  url: string;
  build: string;
  onNotification(payload: string): void;
  onLost(): void;
  /** Notifications come again, and until this is through nothing counts as heard. */
  onBack(surroundings: Surroundings): Promise<void>;
  report(error: unknown): void;
}

export interface Surroundings {
  /** A name for the database. */
  database: string;
  /** Whether some process of this build has heard everything that this one missed, and told Redis. */
  isWitnessed: boolean;
}

/** PostgreSQL's notifications: word of a change that comes with its commit, and only then. */
export class Bus {
  readonly #listener: Listener;
  readonly #witness: string;
  #db: Db | undefined;
  #isWitness = false;
  readonly #counts = { losses: 0, heard: 0 };

  constructor({ url, build, onNotification, onLost, onBack, report }: BusOptions) {
    this.#witness = `workshopsai bus ${build}`.slice(0, 63);
    this.#listener = new Listener({
      url,
      channel,
      report,
      onNotification: (payload) => {
        this.#counts.heard++;
        onNotification(payload);
      },
      onConnected: async (db) => {
        await onBack(await findSurroundings(db, this.#witness));
        this.#db = db;
        await this.#tell();
      },
      onLost: () => {
        this.#db = undefined;
        this.#counts.losses++;
        onLost();
      },
    });
  }

  /** Resolves after the first attempt, however it ended. */
  start(): Promise<void> {
    return this.#listener.start();
  }

  /** Whether this process passes on to Redis everything that it hears. */
  setWitness(isWitness: boolean): void {
    this.#isWitness = isWitness;
    // Whoever loses the connection just now is no witness any more either.
    this.#tell().catch(() => undefined);
  }

  stats(): BusStats {
    return { isListening: this.#db !== undefined, ...this.#counts };
  }

  close(): Promise<void> {
    return this.#listener.close();
  }

  async #tell(): Promise<void> {
    if (this.#db) await nameConnection(this.#db, this.#isWitness ? this.#witness : "workshopsai");
  }
}

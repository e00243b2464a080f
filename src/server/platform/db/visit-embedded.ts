import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { FolderInUseError } from "./embedded/folder-lock.ts";
import { runningPostmaster } from "./embedded/postmaster.ts";
import { type EmbeddedOptions, startEmbedded, urlOf } from "./embedded.ts";

/** The built-in server for a short while. */
export interface EmbeddedVisit {
  url: string;
  /** Whether the product runs, whose server it is. */
  isShared: boolean;
  /** Stops the server, unless it is the running product's. */
  end(): Promise<void>;
}

const waitForStartMs = 10_000;

/**
 * The built-in server of the data folder: the one that a running product has, or one that is started for the visit.
 * @throws {StartupError} when neither can be had
 */
export async function visitEmbedded(options: EmbeddedOptions): Promise<EmbeddedVisit> {
  const deadline = Date.now() + waitForStartMs;
  for (;;) {
    try {
      const own = await startEmbedded(options);
      return { url: own.url, isShared: false, end: own.stop };
    } catch (error) {
      if (!(error instanceof FolderInUseError)) throw error;
      const running = await runningPostmaster(join(resolve(options.dataDir), "postgres"));
      if (running) return { url: urlOf(running), isShared: true, end: async () => undefined };
      // The product may be starting or stopping just now.
      if (Date.now() > deadline) throw error;
      await delay(100);
    }
  }
}

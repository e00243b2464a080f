import { join } from "node:path";
import { type App, createApp } from "./app.ts";
import type { Settings } from "./platform/config/settings.ts";
import { StartupError } from "./platform/config/startup-error.ts";
import { createLog, type Log } from "./platform/logging/log.ts";
import { serveAsTold } from "./platform/processes/employee.ts";
import { systemClock } from "./platform/time/clock.ts";

/** All that a process needs to serve the web role. */
export interface WebTask {
  settings: Settings;
  databaseUrl: string;
}

export const assetsFolder = join(import.meta.dirname, "..", "client");

/** The log of one of several processes says which one it is. */
export function processLog({ LOG_LEVEL, NODE_ENV, WEB_CONCURRENCY }: Settings): Log {
  const pid = WEB_CONCURRENCY > 1 ? process.pid : undefined;
  return createLog({ level: LOG_LEVEL, isPretty: NODE_ENV === "development", pid });
}

/** One of several processes that serve the web role; the first process does everything else. */
export function runWebProcess(): void {
  let app: App | undefined;
  serveAsTold<WebTask>({
    async begin({ settings, databaseUrl }, company) {
      const log = processLog(settings);
      app = await createApp({ settings, databaseUrl, clock: systemClock, log, assetsFolder, company });
      await app.stay();
      await listen(app, settings);
    },
    async leave(leaving) {
      await app?.drain.leave(leaving);
      await app?.close();
    },
  });
}

/** Opens the port. @throws {StartupError} when it is taken */
export async function listen(app: App, { HOST, PORT }: Settings): Promise<void> {
  try {
    await app.server.listen({ host: HOST, port: PORT });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new StartupError(`Port ${PORT} is taken by another program. Stop it, or choose another: PORT=3002 npm start`);
  }
}

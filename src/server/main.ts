import { join } from "node:path";
import { announce } from "./announce.ts";
import { type App, createApp } from "./app.ts";
import { type DemoSignIn, keepSignIns, keptSignIns, seedDemoIfEmpty } from "./demo/index.ts";
import { loadSettings, type Settings } from "./platform/config/settings.ts";
import { StartupError } from "./platform/config/startup-error.ts";
import { startEmbedded } from "./platform/db/embedded.ts";
import { migrate } from "./platform/db/migrate.ts";
import { migrateJobs, startWorker } from "./platform/jobs/worker.ts";
import { createLog, type Log } from "./platform/logging/log.ts";
import { systemClock } from "./platform/time/clock.ts";

/** Something that was started and must be stopped, in the reverse order of starting. */
type Stop = () => Promise<unknown>;

const assetsFolder = join(import.meta.dirname, "..", "client");
const stopWithinMs = 10_000;

async function main(): Promise<void> {
  const startedAt = performance.now();
  const settings = loadSettings(process.env, ".env");
  const log = createLog({ level: settings.LOG_LEVEL, isPretty: settings.NODE_ENV === "development" });
  const stops: Stop[] = [];
  stopOnSignals(stops, log);
  try {
    const { app, demoSignIns } = await start(settings, { log, stops });
    const startMilliseconds = performance.now() - startedAt;
    await announce({ settings, identity: app.features.identity, demoSignIns, startMilliseconds });
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

async function start(settings: Settings, { log, stops }: { log: Log; stops: Stop[] }) {
  const databaseUrl = settings.DATABASE_URL ?? (await embeddedDatabase(settings, { log, stops }));
  const applied = await migrate({ url: databaseUrl });
  if (applied.length > 0) await migrateJobs(databaseUrl);
  const app = await createApp({ settings, databaseUrl, clock: systemClock, log, assetsFolder });
  stops.push(app.close);
  const wantsDemo = settings.DATABASE_URL === undefined && settings.NODE_ENV !== "production" && settings.DEMO !== "0";
  const demoSignIns = wantsDemo ? await demo(app, settings) : [];
  if (settings.ROLES.includes("worker")) {
    const scheduled = settings.ROLES.includes("scheduler") ? app.scheduled : [];
    const worker = await startWorker({ url: databaseUrl, jobs: app.jobs, scheduled, log, onLost: app.db.onLost });
    stops.push(worker.stop);
  }
  // Last, so that whoever finds the process ready may also stop it.
  if (settings.ROLES.includes("web")) await listen(app, settings);
  return { app, demoSignIns };
}

/** Fills an empty database; the sign-ins are kept, so that every later start can show them too. */
async function demo(app: App, { DATA_DIR }: Settings): Promise<DemoSignIn[]> {
  const signIns = await seedDemoIfEmpty({ db: app.db, clock: systemClock, responses: app.features.responses });
  if (signIns.length === 0) return keptSignIns(DATA_DIR);
  keepSignIns(DATA_DIR, signIns);
  return signIns;
}

async function embeddedDatabase(settings: Settings, { log, stops }: { log: Log; stops: Stop[] }): Promise<string> {
  const embedded = await startEmbedded({
    dataDir: settings.DATA_DIR,
    report: (event) => log.error({ event }, "built-in database"),
  });
  stops.push(embedded.stop);
  return embedded.url;
}

async function listen(app: App, { HOST, PORT }: Settings): Promise<void> {
  try {
    await app.server.listen({ host: HOST, port: PORT });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new StartupError(`Port ${PORT} is taken by another program. Stop it, or choose another: PORT=3002 npm start`);
  }
}

function stopOnSignals(stops: Stop[], log: Log): void {
  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await stopAll(stops);
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(signal));
}

async function stopAll(stops: Stop[]): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

main().catch((error: unknown) => {
  const isForeseen = error instanceof StartupError;
  process.stderr.write(isForeseen ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});

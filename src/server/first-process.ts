import { announce } from "./announce.ts";
import { type App, createApp } from "./app.ts";
import { type DemoSignIn, keepSignIns, keptSignIns, seedDemoIfEmpty, wasDemoRemoved } from "./demo/index.ts";
import { loadSettings, type Settings } from "./platform/config/settings.ts";
import { startEmbedded } from "./platform/db/embedded.ts";
import { migrate } from "./platform/db/migrate.ts";
import { openProbes } from "./platform/http/probe-server.ts";
import type { Log } from "./platform/logging/log.ts";
import { type Company, createCompany } from "./platform/processes/ask-all.ts";
import type { Processes } from "./platform/processes/processes.ts";
import { hasTerminal, listenToSignals } from "./platform/processes/stop-signals.ts";
import { systemClock } from "./platform/time/clock.ts";
import { assetsFolder, listen, processLog } from "./web-process.ts";
import { createWebProcesses } from "./web-processes.ts";

type Stop = () => Promise<unknown>;

/** What has been started so far. */
interface Running {
  settings: Settings;
  log: Log;
  /** What takes work from outside: asked to finish together. */
  taking: Stop[];
  /** What that stands on: closed after it, the last one first. */
  below: Stop[];
  webProcesses?: Processes;
  /** A signal came: what fails from now on fails because it is being closed. */
  isStopping?: true;
}

const finishWithinMs = 10_000;
/** Shorter, so that with what giving them back takes they are in the queue again after ten seconds. */
const finishJobsWithinMs = 8_000;
/** For whatever has to be closed after the last request. */
const closeWithinMs = 5_000;
/** Clients that keep a connection hear in their next answer that it ends; who sends none for so long is cut off. */
const renewNoticeMs = 2_000;

/** Everything that exists once: database, migrations, demo content, jobs, signals; and the web role or those who serve it. */
export async function runFirstProcess({ program }: { program: string }): Promise<void> {
  const startedAt = performance.now();
  const settings = loadSettings(process.env, ".env");
  const running: Running = { settings, log: processLog(settings), taking: [], below: [] };
  obeySignals(running);
  try {
    const { app, demoSignIns } = await start(running, program);
    const startMilliseconds = performance.now() - startedAt;
    await announce({ settings, identity: app.features.identity, demoSignIns, startMilliseconds });
  } catch (error) {
    if (running.isStopping) return;
    running.webProcesses?.kill();
    await stopAll(running);
    throw error;
  }
}

async function start(running: Running, program: string) {
  const { settings, log, taking, below } = running;
  const databaseUrl = settings.DATABASE_URL ?? (await embeddedDatabase(running));
  const directUrl = settings.DATABASE_DIRECT_URL ?? databaseUrl;
  const applied = await migrate({ url: directUrl, report: (notice) => log.warn(notice) });
  if (applied.length > 0) await (await loadQueue()).migrateJobs(directUrl);
  const company = createCompany(
    async (topic, question) => (await running.webProcesses?.ask(topic, question)) ?? { values: [], missing: 0 },
  );
  const app = await createApp({ settings, databaseUrl, clock: systemClock, log, assetsFolder, company });
  below.push(app.close);
  const wantsDemo = settings.DATABASE_URL === undefined && settings.NODE_ENV !== "production" && settings.DEMO !== "0";
  const demoSignIns = wantsDemo ? await demo(app, settings) : [];
  if (settings.ROLES.includes("scheduler")) taking.push(app.alerts.watch().stop);
  if (settings.ROLES.includes("web")) await serveWeb(running, { app, databaseUrl, program, company });
  else await answerProbes(running, app);
  // Visitors do not wait for the rest. Whoever finds the process ready may also stop it: what starts now is stopped, too.
  await app.stay();
  if (settings.ROLES.includes("worker") && !running.isStopping) await takeJobs(running, app, directUrl);
  return { app, demoSignIns };
}

/** The queue's library is large, and nothing of it is needed before the process serves. */
const loadQueue = () => import("./platform/jobs/worker.ts");

async function takeJobs({ settings, log, taking }: Running, app: App, url: string): Promise<void> {
  const scheduled = settings.ROLES.includes("scheduler") ? app.scheduled : [];
  const { onLost } = app.db;
  const { onJobRun: onRun } = app.monitoring;
  const starting = loadQueue().then(({ startWorker }) =>
    startWorker({ url, jobs: app.jobs, scheduled, log, onLost, onRun }),
  );
  const stop = () =>
    starting.then(
      (worker) => worker.stop({ withinMs: finishJobsWithinMs }),
      () => undefined, // Told to whoever starts it.
    );
  taking.push(stop);
  await starting;
}

interface WebService {
  app: App;
  databaseUrl: string;
  program: string;
  company: Company;
}

async function serveWeb(running: Running, { app, databaseUrl, program, company }: WebService): Promise<void> {
  const { settings, log, taking } = running;
  const leaving = { noticeMs: settings.DRAIN_SECONDS * 1000, finishWithinMs };
  if (settings.WEB_CONCURRENCY === 1) {
    taking.push(() => app.drain.leave({ ...leaving, isReplaced: false }));
    return listen(app, settings);
  }
  const processes = createWebProcesses({ settings, databaseUrl }, { program, log, company });
  running.webProcesses = processes;
  taking.push(() => processes.stop(leaving));
  await processes.start();
}

/** Without pages there is still somebody to be asked, where a port is set: until the last job has ended, too. */
async function answerProbes({ settings: { HOST: host, PROBE_PORT: port }, taking, below }: Running, app: App) {
  if (port === undefined) return;
  const probes = await openProbes(app.probes, { host, port });
  taking.push(async () => probes.leave());
  below.push(probes.close);
}

/** Fills an empty database, unless the demo was removed from it; the sign-ins are kept, so that every later start can show them too. */
async function demo(app: App, { DATA_DIR }: Settings): Promise<DemoSignIn[]> {
  if (await wasDemoRemoved(app.db)) return keptSignIns(DATA_DIR);
  const signIns = await seedDemoIfEmpty({ db: app.db, clock: systemClock, responses: app.features.responses });
  if (signIns.length === 0) return keptSignIns(DATA_DIR);
  keepSignIns(DATA_DIR, signIns);
  return signIns;
}

async function embeddedDatabase({ settings, log, below }: Running): Promise<string> {
  const embedded = await startEmbedded({
    dataDir: settings.DATA_DIR,
    maxConnections: connectionsOf(settings),
    report: (event) => log.error({ event }, "built-in database"),
  });
  below.push(embedded.stop);
  return embedded.url;
}

/** Each process has its pool, its lanes for short reads, and a few connections for news and jobs; some are left for people. */
function connectionsOf({ WEB_CONCURRENCY, DB_POOL_MAX, DB_PIPELINE }: Settings): number {
  const processes = WEB_CONCURRENCY === 1 ? 1 : WEB_CONCURRENCY + 1;
  return processes * (DB_POOL_MAX + DB_PIPELINE + 4) + 10;
}

function obeySignals(running: Running): void {
  const { settings, log } = running;
  const stop = async (signal: string) => {
    log.info({ signal }, "stopping");
    running.isStopping = true;
    const withinMs = settings.DRAIN_SECONDS * 1000 + finishWithinMs + closeWithinMs;
    setTimeout(() => process.exit(1), withinMs).unref();
    await stopAll(running);
    process.exit(0);
  };
  const canRenew = settings.WEB_CONCURRENCY > 1 && !hasTerminal();
  listenToSignals({
    stop: (signal) => void stop(signal),
    stopAtOnce() {
      running.webProcesses?.kill();
      process.exit(1);
    },
    ...(canRenew ? { renew: () => void renew(running) } : {}),
  });
}

async function renew({ webProcesses, settings, log }: Running): Promise<void> {
  if (!webProcesses) return;
  log.info("web processes are being replaced, one after the other");
  const leaving = { noticeMs: Math.max(renewNoticeMs, settings.DRAIN_SECONDS * 1000), finishWithinMs };
  await webProcesses.renew(leaving).then(
    () => log.info("all web processes have been replaced"),
    (error: unknown) => log.error({ error }, "the web processes were not all replaced"),
  );
}

async function stopAll({ taking, below }: Running): Promise<void> {
  await Promise.all(taking.splice(0).map((stop) => stop()));
  for (const stop of below.splice(0).reverse()) await stop();
}

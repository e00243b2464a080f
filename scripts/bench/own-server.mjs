// The built product on a database that is thrown away, with a crowd of people who are signed in.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { childrenOf, freePort, residentMegabytes, startApp, stop } from "./processes.mjs";

export const secret = "a secret for a server that lives for some minutes";
const readyTries = 200;

/** What runs now, to be stopped in reverse order. */
const running = [];

/** From now on a signal stops what was started here before this process ends. */
export function stopOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, async () => {
      for (const stopIt of [...running].reverse()) await stopIt().catch(() => undefined);
      process.exit(130);
    });
  }
}

function untilStopped(stopIt) {
  const once = async () => {
    const index = running.indexOf(once);
    if (index < 0) return;
    running.splice(index, 1);
    await stopIt();
  };
  running.push(once);
  return once;
}

/** The product's own source, for what only it knows: its statements and its tables. */
export async function loadProduct() {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: false,
    logLevel: "error",
    server: { middlewareMode: true, watch: null, ws: false },
  });
  const load = (file) => vite.ssrLoadModule(`/scripts/bench/${file}`);
  return {
    ...(await load("database.ts")),
    ...(await load("people.ts")),
    ...(await load("one-enrolment.ts")),
    ...(await load("recording.ts")),
    close: () => vite.close(),
  };
}

/** A filled database in a temporary folder. */
export async function startDatabase(product, amounts) {
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-bench-"));
  const server = await product.startEmptyDatabase(join(folder, "data"));
  const stopIt = untilStopped(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  try {
    await product.fillEmptyDatabase(server.url, amounts);
  } catch (error) {
    await stopIt();
    throw error;
  }
  return { url: server.url, folder, stop: stopIt };
}

/** The product on the database, as in production; in several processes and with Redis where that is asked for. */
export async function startOwn(database, { processes = 1, redis = false, settings = {}, watchesLoop = false } = {}) {
  const store = redis ? await startRedis() : undefined;
  const environment = {
    ...{
      DATABASE_URL: database.url,
      DATA_DIR: join(database.folder, "app"),
      NODE_ENV: "production",
      APP_SECRET: secret,
    },
    ...(processes > 1 ? { WEB_CONCURRENCY: String(processes) } : {}),
    ...(store ? { REDIS_URL: store.url } : {}),
    ...settings,
  };
  const app = await startApp(environment, { watchesLoop });
  return {
    ...app,
    /** How many processes there really are: an older build knows of one only. */
    processes: Math.max(1, childrenOf(app.pid).length),
    /** The megabytes of all its processes. */
    megabytes: () => {
      const each = [app.pid, ...childrenOf(app.pid)].map(residentMegabytes);
      return each.includes(undefined) ? undefined : each.reduce((sum, one) => sum + one, 0);
    },
    stop: untilStopped(async () => {
      await app.stop();
      await store?.stop();
    }),
  };
}

/** Debian's Redis, on a port and in a folder of its own. */
export async function startRedis() {
  const note = "node_modules/.services.json";
  const program = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")).redis : undefined;
  if (!program) throw new Error("There is no redis-server here; run node scripts/prepare.mjs services");
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-redis-"));
  const port = await freePort();
  const options = { port, bind: "127.0.0.1", dir: folder, save: "", appendonly: "no" };
  const child = spawn(
    program,
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: "ignore" },
  );
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries > readyTries || child.exitCode !== null) throw new Error("redis-server did not start");
    await delay(25);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: untilStopped(async () => {
      await stop(child, "SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    }),
  };
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    }).once("error", () => resolve(false));
  });
}

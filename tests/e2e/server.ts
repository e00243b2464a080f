import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../../src/server/testing/free-port.ts";
import { madeOnce } from "../../src/server/testing/made-once.ts";
import type { Role } from "../../src/shared/kernel/permission.ts";
import { stillRunning, withDescendants } from "./processes.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What `npm start` runs once everything is built. */
const script = join(root, "scripts", "start.mjs");
const readyWithinMs = 90_000;
const endsWithinMs = 20_000;

export interface SignIn {
  email: string;
  password: string;
}

export interface ServerOptions {
  /** Where one was before it; a free one unless given. */
  port?: number;
  /** Kept when the server stops; without it the server has a folder of its own, which goes with it. */
  dataDir?: string;
  /** Settings beside HOST, PORT, PUBLIC_URL and DATA_DIR. */
  settings?: Record<string, string>;
}

/** The product as it is started on a machine: a process of its own, with its own database, port and folder. */
export interface Server {
  url: string;
  dataDir: string;
  pid: number;
  /** What the terminal shows by now. */
  readonly printed: string;
  signIn(role: Role): SignIn;
  /** All processes of the server: Node, PostgreSQL and PostgreSQL's own. */
  processes(): number[];
  /** Asks it to stop, waits until every one of its processes has ended, and answers the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends everything at once, as a power cut would. */
  kill(): Promise<void>;
}

/**
 * Starts the built product and waits until it is ready. Settings of whoever runs the tests do not get in. With the
 * built-in database, an empty data folder is as the first start leaves it.
 */
export async function startServer({ dataDir, settings = {}, port }: ServerOptions = {}): Promise<Server> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "workshopsai-e2e-"));
  if (!settings.DATABASE_URL) await installInto(folder);
  return start({ folder, isOwn: dataDir === undefined, settings, port: port ?? (await freePort()) });
}

async function startOnce(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const server = await start({ folder, isOwn: false, settings: {}, port: await freePort() });
  await server.stop();
}

interface Start {
  folder: string;
  /** Whether the folder goes with the server. */
  isOwn: boolean;
  settings: Record<string, string>;
  port: number;
}

async function start({ folder, isOwn, settings, port }: Start): Promise<Server> {
  const url = `http://localhost:${port}`;
  // Whoever has no pages answers the probes there instead.
  const address = { HOST: "127.0.0.1", PORT: String(port), PROBE_PORT: String(port), PUBLIC_URL: url };
  const run = launch({ ...address, DATA_DIR: folder, ...settings }, folder);
  const { child } = run;
  const removeFolder = () => {
    if (isOwn) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(run, url);
  } catch (error) {
    await endAll(child, "SIGKILL", folder);
    removeFolder();
    throw error;
  }
  const end = async (signal: NodeJS.Signals) => {
    await endAll(child, signal, folder);
    removeFolder();
    return child.exitCode;
  };
  return {
    url,
    dataDir: folder,
    pid: pidOf(child),
    get printed() {
      return run.output();
    },
    signIn: (role) => printedSignIn(run.output(), role),
    processes: () => processesOf(child, folder),
    stop: (signal = "SIGTERM") => end(signal),
    kill: async () => {
      await end("SIGKILL");
    },
  };
}

/**
 * Makes a data folder that is empty or not there one that the product was started on before, with its demo: starting on it
 * takes half of what a first start takes.
 */
export async function installInto(folder: string): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) return;
  await cp(await madeOnce("first-start", startOnce), folder, { recursive: true });
}

/** Starts the product where it is expected to give up, and answers its exit code and what it says. */
export async function startInVain(settings: Record<string, string>, folder: string) {
  const { child, output, errors } = launch(settings, folder);
  const [code] = (await once(child, "close", { signal: AbortSignal.timeout(readyWithinMs) })) as [number | null];
  return { code, output: output(), errors: errors() };
}

function launch(settings: Record<string, string>, cwd: string) {
  const { PATH = "", HOME = "", TMPDIR = "" } = process.env;
  // As below npm, where the server ends by itself when those who started it are gone, however they went.
  const asUnderNpm = { npm_lifecycle_event: "start" };
  const env = {
    PATH,
    HOME,
    ...(TMPDIR ? { TMPDIR } : {}),
    ...asUnderNpm,
    LOG_LEVEL: "warn",
    SHED_LAG_MS: "600000",
    ...settings,
  };
  // In the folder of its own, so that a `.env` of the one who runs the tests is not read.
  const child = spawn(process.execPath, [script], { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const text = { output: "", errors: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    text.output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    text.errors += chunk.toString();
  });
  return { child, output: () => text.output, errors: () => text.errors };
}

/** The processes of the database in a data folder. */
export function runningIn(dataDir: string): number[] {
  return withDescendants(postmasterOf(dataDir));
}

async function untilReady({ child, output, errors }: ReturnType<typeof launch>, url: string): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  const fail = (reason: string) => new Error(`The server ${reason}:\n${output()}${errors()}`);
  // The sign-ins are printed last.
  while (!output().includes("Stop with Ctrl-C.")) {
    if (child.exitCode !== null) throw fail(`ended with code ${child.exitCode}`);
    if (Date.now() > deadline) throw fail("was not ready in time");
    await delay(20);
  }
  const answer = await fetch(`${url}/ready`);
  if (!answer.ok) throw fail(`answered ${answer.status} at /ready`);
}

async function endAll(child: ChildProcess, signal: NodeJS.Signals, dataDir: string): Promise<void> {
  const pids = processesOf(child, dataDir);
  const hasEnded = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
  if (signal === "SIGKILL") for (const pid of stillRunning(pids)) killIfThere(pid);
  // To the whole group, as the terminal's Ctrl-C goes.
  else if (hasEnded) process.kill(-pidOf(child), signal);
  await hasEnded;
  const deadline = Date.now() + endsWithinMs;
  for (;;) {
    const left = stillRunning(pids);
    if (left.length === 0) return;
    if (Date.now() > deadline) throw new Error(`still running after ${signal}: ${left.join(", ")}`);
    await delay(20);
  }
}

/** PostgreSQL's processes end by themselves once the first of them is gone. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function processesOf(child: ChildProcess, dataDir: string): number[] {
  const own = child.exitCode === null && child.signalCode === null ? [pidOf(child)] : [];
  return withDescendants([...own, ...postmasterOf(dataDir)]);
}

/** PostgreSQL may be another start's, and so no child of ours. */
function postmasterOf(dataDir: string): number[] {
  const file = join(dataDir, "postgres", "postmaster.pid");
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : Number.NaN;
  return Number.isInteger(pid) ? stillRunning([pid]) : [];
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error("the server could not be started");
  return pid;
}

function printedSignIn(printed: string, role: Role): SignIn {
  const [, email, password] = new RegExp(`^ *${role} +(\\S+@\\S+) +(\\S+)$`, "m").exec(printed) ?? [];
  if (!email || !password) throw new Error(`no sign-in printed for ${role}:\n${printed}`);
  return { email, password };
}

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { platform, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { StartupError } from "../config/startup-error.ts";
import { warn } from "./connection.ts";
import { type Account, accountFor } from "./embedded/account.ts";
import { hasLibrary, locateBinaries } from "./embedded/binaries.ts";
import { isAlive, lockFolder } from "./embedded/folder-lock.ts";
import { launchPostmaster, type Postmaster, runningPostmaster, shortReason } from "./embedded/postmaster.ts";
import { serverFlags } from "./embedded/server-flags.ts";

export interface EmbeddedOptions {
  /** The server's files go into `postgres` below it. */
  dataDir: string;
  /** False only for throw-away databases: nothing is then forced to the disk. */
  durable?: boolean;
  /** The most connections it takes at the same time, when more than a single process needs. */
  maxConnections?: number;
  /** Told when the server ended by itself and was, or could not be, started again. */
  report?: (event: unknown) => void;
}

export interface EmbeddedPostgres {
  url: string;
  /** The server's process. */
  readonly pid: number;
  /** True when the server was already running, left behind by a process that was killed. */
  adopted: boolean;
  /** Stops the server in order and gives the folder back. */
  stop(): Promise<void>;
}

const socketFolderPrefix = "workshopsai-socket-";
const watchEveryMs = 500;
const stopWithinMs = 15_000;

/**
 * Starts PostgreSQL from the npm package on a folder of its own, or adopts the one a killed process left behind.
 * Should the server end by itself, it is started again.
 * @throws {StartupError} in one line: folder in use, no package for this platform, the server's own reason
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const lock = lockFolder(dataDir);
  try {
    const dataFolder = join(dataDir, "postgres");
    const orphan = await runningPostmaster(dataFolder);
    const start = launcher(options, dataDir);
    const server = orphan ?? (await start());
    return supervise(server, {
      start,
      release: lock.release,
      report: options.report ?? warn,
      adopted: Boolean(orphan),
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Everything that is needed to start the server, now and again. */
function launcher(options: EmbeddedOptions, dataDir: string): () => Promise<Postmaster> {
  const { durable = true, maxConnections } = options;
  const binaries = locateBinaries();
  const flags = serverFlags({
    durable,
    maxConnections,
    canCountStatements: hasLibrary(binaries, "pg_stat_statements"),
  });
  const account = accountFor(binaries);
  const dataFolder = join(dataDir, "postgres");
  const logFile = join(dataDir, "postgres.log");
  return async () => {
    if (!existsSync(dataFolder)) initialise(account, dataFolder, durable);
    const socketFolder = platform() === "win32" ? undefined : ownSocketFolder(account, dataDir);
    return launchPostmaster({ account, dataFolder, logFile, socketFolder, flags });
  };
}

/** Built beside and moved into place, so that a start that was killed half-way leaves nothing half-made. */
function initialise(account: Account, dataFolder: string, durable: boolean): void {
  const unfinished = `${dataFolder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  account.own(unfinished);
  const { file, args, options } = account.command(account.binaries.initdb, [
    ...["-D", unfinished, "--username=app", "--auth=trust", "--no-instructions"],
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=und"],
    // Asked to try fewer values it ends sooner; the running server gets its own from serverFlags.
    ...["--set=max_connections=60", "--set=shared_buffers=16MB"],
    ...(durable ? [] : ["--no-sync"]),
  ]);
  const done = spawnSync(file, args, { ...options, env: { ...process.env, LC_ALL: "C", TZ: "UTC" }, encoding: "utf8" });
  if (done.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new StartupError(
      `the built-in PostgreSQL could not make its files: ${done.error?.message ?? shortReason(done.stderr)}`,
    );
  }
  renameSync(unfinished, dataFolder);
}

/** A socket's path may have 107 bytes, so it lives in a short folder named after the data folder. */
function ownSocketFolder(account: Account, dataDir: string): string {
  const folder = join(
    tmpdir(),
    `${socketFolderPrefix}${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`,
  );
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    account.own(folder);
  }
  // Whoever owns the folder could put a server of their own there.
  const { uid, mode } = lstatSync(folder);
  if (uid !== account.folderOwner || (mode & 0o077) !== 0)
    throw new StartupError(`the folder ${folder} belongs to somebody else: remove it`);
  return folder;
}

interface Supervision {
  start: () => Promise<Postmaster>;
  release: () => void;
  report: (event: unknown) => void;
  adopted: boolean;
}

function supervise(first: Postmaster, { start, release, report, adopted }: Supervision): EmbeddedPostgres {
  let server = first;
  let isStopping = false;
  let restart: Promise<void> | undefined;
  const watch = setInterval(() => {
    if (isStopping || restart || isAlive(server.pid)) return;
    restart = start()
      .then((next) => {
        server = next;
        report(new Error("the built-in PostgreSQL ended by itself and was started again"));
      })
      .catch(report)
      .finally(() => {
        restart = undefined;
      });
  }, watchEveryMs);
  watch.unref();
  // Last resort when the process leaves without stop(): the server saves its work and ends on its own.
  const atExit = () => {
    if (isAlive(server.pid)) process.kill(server.pid, "SIGINT");
    release();
  };
  process.once("exit", atExit);
  return {
    url: urlOf(first),
    adopted,
    get pid() {
      return server.pid;
    },
    stop: async () => {
      isStopping = true;
      clearInterval(watch);
      process.off("exit", atExit);
      await restart;
      await stopServer(server.pid);
      if (basename(server.host).startsWith(socketFolderPrefix)) rmSync(server.host, { recursive: true, force: true });
      release();
    },
  };
}

async function stopServer(pid: number): Promise<void> {
  const deadline = Date.now() + stopWithinMs;
  if (isAlive(pid)) process.kill(pid, "SIGINT");
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      process.kill(pid, "SIGQUIT");
      return;
    }
    await delay(10);
  }
}

/** How to connect to a running server. */
export function urlOf({ host, port }: Postmaster): string {
  if (!host.startsWith("/")) return `postgresql://app@${host}:${port}/postgres`;
  return `postgresql://app@localhost/postgres?host=${encodeURIComponent(host)}&port=${port}`;
}

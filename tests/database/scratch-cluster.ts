import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { type Account, accountFor } from "../../src/server/platform/db/embedded/account.ts";
import type { Binaries } from "../../src/server/platform/db/embedded/binaries.ts";
import { isAlive } from "../../src/server/platform/db/embedded/folder-lock.ts";
import { launchPostmaster } from "../../src/server/platform/db/embedded/postmaster.ts";
import { madeOnce } from "../../src/server/testing/made-once.ts";
import { programOf } from "../../src/server/testing/services.ts";
import { stillRunning, withDescendants } from "../e2e/processes.ts";
import { runAs } from "./start-program.ts";

/** The programs of Debian's PostgreSQL 15, the oldest version that the product supports. */
function serverPrograms(): Binaries {
  const postgres = programOf("postgresql");
  return { home: dirname(dirname(postgres)), initdb: join(dirname(postgres), "initdb"), postgres };
}

export interface ScratchCluster {
  url: string;
  /** Of the server's socket. */
  socketFolder: string;
  /** Ends the server and keeps its files: `fast` tells everybody, `immediate` is a crash. */
  halt(mode?: "fast" | "immediate"): Promise<void>;
  /** Starts it again where it was; as a standby it only reads until it is promoted. */
  start(as?: "primary" | "standby"): Promise<void>;
  /** Stops all its processes in their tracks: connections stay open and nobody answers. */
  freeze(): void;
  thaw(): void;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  binaries?: Binaries;
  /** Beside those that make a thrown-away server quick. */
  settings?: Record<string, string>;
  /** Makes the data folder; a new cluster with the plainest locale unless given. */
  fill?: (account: Account, dataFolder: string) => Promise<void> | void;
}

const quick = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** A new server that is thrown away afterwards, under an account that is not root. */
export async function startScratchCluster(options: ClusterOptions = {}): Promise<ScratchCluster> {
  const { binaries = serverPrograms(), settings = {}, fill = initialise } = options;
  const account = accountFor(binaries);
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-pg-"));
  account.own(folder);
  const dataFolder = join(folder, "data");
  const socketFolder = join(folder, "socket");
  await fill(account, dataFolder);
  mkdirSync(socketFolder, { mode: 0o700 });
  account.own(socketFolder);
  const flags = Object.entries({ ...quick, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const launch = () =>
    launchPostmaster({ ...{ account, dataFolder, socketFolder, flags }, logFile: join(folder, "log") });
  let { pid } = await launch();
  const halt = async (mode: "fast" | "immediate" = "fast") => {
    signalAll([pid], mode === "fast" ? "SIGINT" : "SIGQUIT");
    while (isAlive(pid)) await delay(20);
  };
  return {
    url: `postgresql://app@localhost/postgres?host=${encodeURIComponent(socketFolder)}&port=${settings.port ?? 5432}`,
    socketFolder,
    halt,
    start: async (as = "primary") => {
      if (as === "standby") writeFileSync(join(dataFolder, "standby.signal"), "");
      ({ pid } = await launch());
    },
    freeze: () => signalAll(withDescendants([pid]), "SIGSTOP"),
    thaw: () => signalAll(withDescendants([pid]), "SIGCONT"),
    stop: async () => {
      signalAll(withDescendants([pid]), "SIGCONT");
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function signalAll(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of stillRunning(pids)) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // One that has ended since is one less to tell.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

/** With the plainest locale, where nothing in the product may depend on how the server sorts or folds letters. */
async function initialise(account: Account, dataFolder: string): Promise<void> {
  const name = `cluster-${account.binaries.home.replaceAll(/\W+/g, "-")}`;
  const made = await madeOnce(name, (folder) => {
    mkdirSync(folder, { mode: 0o700 });
    account.own(folder);
    runAs(account, account.binaries.initdb, [
      ...["-D", folder, "--username=app", "--auth=trust", "--no-sync", "--no-instructions"],
      ...["--encoding=UTF8", "--locale=C"],
    ]);
  });
  // Unlike Node's own way it leaves the files to whom they belong.
  await promisify(execFile)("cp", ["-a", made, dataFolder]);
}

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Account, accountFor } from "../../src/server/platform/db/embedded/account.ts";
import type { Binaries } from "../../src/server/platform/db/embedded/binaries.ts";
import { isAlive } from "../../src/server/platform/db/embedded/folder-lock.ts";
import { launchPostmaster } from "../../src/server/platform/db/embedded/postmaster.ts";

const oldestVersion = 15;
/** Where Debian and its relatives keep each version apart. */
const programsFolder = "/usr/lib/postgresql";

export interface ServerPrograms {
  version: number;
  binaries: Binaries;
}

/** The oldest PostgreSQL that this machine has installed and that the product supports. */
export function findServerPrograms(): ServerPrograms | undefined {
  const versions = existsSync(programsFolder) ? readdirSync(programsFolder).map(Number) : [];
  return versions
    .filter((version) => version >= oldestVersion)
    .sort((one, other) => one - other)
    .map((version) => ({ version, binaries: binariesIn(join(programsFolder, String(version))) }))
    .find(({ binaries }) => existsSync(binaries.initdb) && existsSync(binaries.postgres));
}

function binariesIn(home: string): Binaries {
  return { home, initdb: join(home, "bin", "initdb"), postgres: join(home, "bin", "postgres") };
}

/** Asks Debian for PostgreSQL 15, which only root may. Answers why there is none now, or nothing when there is. */
export function installServerPrograms(): string | undefined {
  if (!existsSync("/etc/debian_version")) return `no PostgreSQL ${oldestVersion} or newer in ${programsFolder}`;
  const command = ["apt-get", "install", "-y", "--no-install-recommends", `postgresql-${oldestVersion}`];
  if (process.getuid?.() !== 0) return `PostgreSQL ${oldestVersion} is not installed: sudo ${command.join(" ")}`;
  console.log(`Installing what this test needs: ${command.join(" ")}`);
  const [file = "", ...args] = command;
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stderr, error } = spawnSync(file, args, { encoding: "utf8", timeout: 180_000, env: environment });
  if (status === 0) return undefined;
  return `PostgreSQL ${oldestVersion} could not be installed: ${error?.message ?? stderr.trim().split("\n").at(-1)}`;
}

export interface ScratchCluster {
  url: string;
  stop(): Promise<void>;
}

/** A new server that is thrown away afterwards, under an account that is not root. */
export async function startScratchCluster(binaries: Binaries): Promise<ScratchCluster> {
  const account = accountFor(binaries);
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-pg-"));
  account.own(folder);
  const dataFolder = join(folder, "data");
  const socketFolder = join(folder, "socket");
  initialise(account, dataFolder);
  mkdirSync(socketFolder, { mode: 0o700 });
  account.own(socketFolder);
  const { pid, port } = await launchPostmaster({
    ...{ account, dataFolder, socketFolder, logFile: join(folder, "log") },
    flags: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"].flatMap((setting) => ["-c", setting]),
  });
  return {
    url: `postgresql://app@localhost/postgres?host=${encodeURIComponent(socketFolder)}&port=${port}`,
    stop: async () => {
      process.kill(pid, "SIGINT");
      while (isAlive(pid)) await delay(20);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** With the plainest locale, where nothing in the product may depend on how the server sorts or folds letters. */
function initialise(account: Account, dataFolder: string): void {
  mkdirSync(dataFolder, { mode: 0o700 });
  account.own(dataFolder);
  const { file, args, options } = account.command(account.binaries.initdb, [
    ...["-D", dataFolder, "--username=app", "--auth=trust", "--no-sync", "--no-instructions"],
    ...["--encoding=UTF8", "--locale=C"],
  ]);
  const made = spawnSync(file, args, { ...options, env: { ...process.env, LC_ALL: "C" }, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
}

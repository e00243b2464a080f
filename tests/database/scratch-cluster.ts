import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Account, accountFor } from "../../src/server/platform/db/embedded/account.ts";
import type { Binaries } from "../../src/server/platform/db/embedded/binaries.ts";
import { isAlive } from "../../src/server/platform/db/embedded/folder-lock.ts";
import { launchPostmaster } from "../../src/server/platform/db/embedded/postmaster.ts";
import { programOf } from "../../src/server/testing/services.ts";

/** The programs of Debian's PostgreSQL 15, the oldest version that the product supports. */
export function serverPrograms(): Binaries {
  const postgres = programOf("postgresql");
  return { home: dirname(dirname(postgres)), initdb: join(dirname(postgres), "initdb"), postgres };
}

export interface ScratchCluster {
  url: string;
  stop(): Promise<void>;
}

/** A new server that is thrown away afterwards, under an account that is not root. */
export async function startScratchCluster(binaries = serverPrograms()): Promise<ScratchCluster> {
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

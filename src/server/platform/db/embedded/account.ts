import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";

/** `nobody` on every Unix. */
const nobody = 65534;

/** PostgreSQL refuses to run as root, so root has to start it as somebody else. */
export interface Account {
  binaries: Binaries;
  /** The command line that runs a program under this account. */
  command(program: string, args: string[]): { file: string; args: string[]; options: SpawnAs };
  /** Makes a folder the account's own. */
  own(folder: string): void;
  /** Whose the account's folders are, seen from this process. */
  folderOwner: number | undefined;
}

interface SpawnAs {
  uid?: number;
  gid?: number;
  cwd?: string;
}

const asCaller = (binaries: Binaries): Account => ({
  binaries,
  command: (program, args) => ({ file: program, args, options: {} }),
  own: () => undefined,
  folderOwner: process.getuid?.(),
});

/** Picks how to run PostgreSQL here: as the caller; as root inside a user namespace; or as `nobody`. */
export function accountFor(binaries: Binaries): Account {
  if (process.getuid?.() !== 0) return asCaller(binaries);
  return inNamespace(binaries) ?? asNobody(binaries);
}

/** Root outside, somebody else inside: files stay where they are and keep their owner. Containers may forbid it. */
function inNamespace(binaries: Binaries): Account | undefined {
  const wrapper = ["--user", `--map-user=${nobody}`, `--map-group=${nobody}`];
  if (spawnSync("unshare", [...wrapper, "true"]).status !== 0) return undefined;
  return {
    ...asCaller(binaries),
    command: (program, args) => ({ file: "unshare", args: [...wrapper, program, ...args], options: {} }),
  };
}

function asNobody(binaries: Binaries): Account {
  return {
    binaries: isReachable(binaries.postgres) ? binaries : copyOf(binaries),
    command: (program, args) => ({ file: program, args, options: { uid: nobody, gid: nobody, cwd: "/" } }),
    own: (folder) => chownSync(folder, nobody, nobody),
    folderOwner: nobody,
  };
}

function isReachable(program: string): boolean {
  return spawnSync(program, ["--version"], { uid: nobody, gid: nobody, cwd: "/" }).status === 0;
}

/** A copy outside a home folder that only root may enter. */
function copyOf({ home }: Binaries): Binaries {
  const folder = join(tmpdir(), `workshopsai-postgres-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { mode: 0o755 });
    cpSync(home, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, folder);
  }
  return { home: folder, initdb: join(folder, "bin", "initdb"), postgres: join(folder, "bin", "postgres") };
}

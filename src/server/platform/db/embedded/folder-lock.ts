import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { StartupError } from "../../config/startup-error.ts";

/** Keeps every other process out of a data folder until released. */
export interface FolderLock {
  release(): void;
}

/** Some living process has the folder. */
export class FolderInUseError extends StartupError {
  override readonly name = "FolderInUseError";
}

/**
 * Takes the data folder for this process. A lock whose process is dead is taken over.
 * @throws {FolderInUseError} when a living process holds it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "owner.pid");
  const mine = ownerLine(process.pid);
  while (!create(path, mine)) {
    const found = read(path);
    const owner = Number.parseInt(found, 10);
    if (isAlive(owner) && ownerLine(owner) === found) {
      throw new FolderInUseError(
        `the data folder ${resolve(folder)} is in use by process ${owner}: stop it, or set another DATA_DIR`,
      );
    }
    remove(path, found);
  }
  return {
    release: () => {
      if (read(path) === mine) rmSync(path, { force: true });
    },
  };
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The pid and, where the system tells it, when the process began: pids come again, in containers at every start. */
function ownerLine(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  const began = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  return `${pid} ${began}`;
}

/** A hard link either makes the whole file or fails, so nobody ever reads half a lock. */
function create(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a stale lock, but not the one that another process may have put in its place just now. */
function remove(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const removed = read(aside);
  rmSync(aside, { force: true });
  if (removed !== stale) create(path, removed);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return "";
    throw error;
  }
}

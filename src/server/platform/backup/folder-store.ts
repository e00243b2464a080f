import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { BackupError } from "./backup-error.ts";
import { type BackupStore, madeAtOf, type StoredBackup, unprovenMark } from "./backup-store.ts";

const unfinished = ".unfinished";

/** Backups in a folder of this machine, or one that is mounted there. */
export function folderStore(folder: string): BackupStore {
  return {
    place: folder,
    folder,
    async save(name, write) {
      const path = join(folder, name);
      const draft = `${path}${unfinished}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await clearUnfinished(folder);
        await writeDraft(draft, write);
        await onDisk(draft);
        await rename(draft, path);
        return await storedOf(folder, name);
      } catch (error) {
        await rm(draft, { force: true });
        throw explained(error, folder);
      }
    },
    async list() {
      if (!existsSync(folder)) return [];
      const names = (await readdir(folder)).filter((name) => madeAtOf(name));
      const stored = await Promise.all(names.map((name) => storedOf(folder, name)));
      return stored.sort((one, other) => other.madeAt.getTime() - one.madeAt.getTime());
    },
    async markUnproven(name) {
      const marked = `${name}${unprovenMark}`;
      await rename(join(folder, name), join(folder, marked));
      return marked;
    },
    open: (name) => openFile(join(folder, name)),
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

/** Opened before anything else happens: a file that cannot be opened fails here, and not while nobody listens to it. */
async function writeDraft(path: string, write: (target: Writable) => Promise<void>): Promise<void> {
  const target = (await open(path, "w", 0o600)).createWriteStream();
  try {
    await write(target);
  } finally {
    target.destroy();
  }
}

/** A file as something to read a backup from. */
export function openFile(path: string) {
  return async () => {
    if (!existsSync(path)) throw new BackupError(`there is no file ${path}`);
    return createReadStream(path, { highWaterMark: 256 * 1024 });
  };
}

async function storedOf(folder: string, name: string): Promise<StoredBackup> {
  const { size, mtime } = await stat(join(folder, name));
  return { name, bytes: size, madeAt: madeAtOf(name) ?? mtime, isUnproven: name.endsWith(unprovenMark) };
}

/** A backup that a power cut takes away again is none. */
async function onDisk(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const abandonedAfterMs = 24 * 60 * 60 * 1000;

/** What killed processes left behind; one that is being written just now is younger. */
async function clearUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(unfinished)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(join(folder, name), { force: true });
  }
}

const remedies: Partial<Record<string, string>> = {
  ENOSPC: "the disk is full: free some space there, or set BACKUP_URL to another place",
  EDQUOT: "the quota is used up: free some space there, or set BACKUP_URL to another place",
  EACCES: "this process may not write there: change the folder's owner, or set BACKUP_URL to another place",
  EROFS: "it can only be read: set BACKUP_URL to another place",
  ENOTDIR: "it is not a folder: set BACKUP_URL to another place",
};

function explained(error: unknown, folder: string): unknown {
  const remedy = remedies[(error as NodeJS.ErrnoException).code ?? ""];
  return remedy ? new BackupError(`no backup was written to ${folder}: ${remedy}`, { cause: error }) : error;
}

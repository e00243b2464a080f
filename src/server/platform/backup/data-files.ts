import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { damaged } from "./header.ts";

/** Of the data folder: the database, which is copied in its own way, what only this machine needs, and backups. */
const leftOut =
  /^(postgres(\.new)?|postgres\.log(\.old)?|owner\.pid.*|backups|restoring-.*|\.(health|doctor)-.*|.*\.log)$/;

export interface DataFile {
  /** Relative to the data folder, with slashes. */
  path: string;
  mode: number;
}

/** The files of the data folder that belong into a backup. `destination`, where backups go, does not. */
export async function* dataFiles(dataDir: string, destination?: string): AsyncGenerator<DataFile> {
  if (!existsSync(dataDir)) return;
  for (const entry of await readdir(dataDir, { withFileTypes: true })) {
    if (!leftOut.test(entry.name)) yield* filesOf(dataDir, { path: join(dataDir, entry.name), entry, destination });
  }
}

interface Found {
  path: string;
  entry: { isDirectory(): boolean; isFile(): boolean };
  destination: string | undefined;
}

async function* filesOf(dataDir: string, { path, entry, destination }: Found): AsyncGenerator<DataFile> {
  if (destination !== undefined && resolve(path) === resolve(destination)) return;
  if (entry.isFile()) {
    const found = await unlessGone(stat(path));
    if (found) yield { path: relative(dataDir, path).split(sep).join("/"), mode: found.mode & 0o777 };
  } else if (entry.isDirectory()) {
    for (const inner of (await unlessGone(readdir(path, { withFileTypes: true }))) ?? []) {
      yield* filesOf(dataDir, { path: join(path, inner.name), entry: inner, destination });
    }
  }
}

/** Messages leave the folder while it is read, and a health check writes and removes a file there. */
async function unlessGone<Found>(looking: Promise<Found>): Promise<Found | undefined> {
  try {
    return await looking;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return undefined;
  }
}

/**
 * Where a file of a backup goes.
 * @throws {BackupError} when its path leads out of the folder, or to what no backup holds, such as the server's own files
 */
export function placeOf(folder: string, path: string): string {
  const place = resolve(folder, path);
  const [first = ""] = relative(folder, place).split(sep);
  if (!place.startsWith(resolve(folder) + sep) || leftOut.test(first) || path.includes("\0")) throw damaged();
  return place;
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
}

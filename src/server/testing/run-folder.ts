import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

const memoryDisk = "/dev/shm";
/** A run has at most 0.7 GB there at a time, and its programs need memory, too. */
const neededBytes = 4 * 1024 ** 3;
const prefix = "workshopsai-run-";

/**
 * Makes the one folder that holds whatever this run and all that it starts write for the time being: in memory where
 * there is plenty, since writing and removing files is a sixth of the work of a run on a disk.
 */
export function openRunFolder(): { path: string; remove(): void } {
  const place = process.env.TMPDIR || !hasRoom(memoryDisk) ? tmpdir() : memoryDisk;
  removeLeftOver(place);
  const path = mkdtempSync(join(place, `${prefix}${process.pid}-`));
  // A program that runs as somebody else finds its own files in it, and nobody sees what else there is.
  chmodSync(path, 0o711);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = path;
  return {
    path,
    remove: () => {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Some containers give it 64 MB, or let nothing be run from it. */
function hasRoom(folder: string): boolean {
  if (!existsSync(folder) || !existsSync("/proc/mounts")) return false;
  const mount = readFileSync("/proc/mounts", "utf8")
    .split("\n")
    .find((line) => line.split(" ")[1] === folder);
  const options = mount?.split(" ")[3]?.split(",") ?? ["noexec"];
  const { bavail, bsize } = statfsSync(folder);
  return !options.includes("noexec") && Math.min(bavail * bsize, freemem()) >= neededBytes;
}

/** A run that was killed could not tidy up; in memory that would stay until the machine starts anew. */
function removeLeftOver(place: string): void {
  for (const name of readdirSync(place)) {
    const [, pid] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
    if (pid && !isRunning(Number(pid))) rmSync(join(place, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

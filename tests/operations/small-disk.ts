import { spawnSync } from "node:child_process";
import { statfsSync } from "node:fs";
import { platform } from "node:os";

/** A disk of its own on a folder, small enough to be filled. */
export interface SmallDisk {
  /** Leaves room for a few pages only, so that nothing big fits any more. @throws {Error} when that fails */
  fillWith(file: string): void;
  unmount(): void;
}

const roomLeftBytes = 4 * 1024 * 1024;

/** Only root on Linux can make one; elsewhere there is none, which is said aloud. */
export function mountSmallDisk(folder: string): SmallDisk | undefined {
  const mount = ["-t", "tmpfs", "-o", "size=700m", "tmpfs", folder];
  const isMounted = platform() === "linux" && process.getuid?.() === 0 && spawnSync("mount", mount).status === 0;
  if (!isMounted) {
    console.warn("SKIPPED: a full disk; only root on Linux can mount a small one to fill");
    return undefined;
  }
  return {
    fillWith(file) {
      const { bavail, bsize } = statfsSync(folder);
      const { status } = spawnSync("fallocate", ["-l", String(bavail * bsize - roomLeftBytes), file]);
      if (status !== 0) throw new Error(`${file} could not be made`);
    },
    unmount() {
      // Even while something is still open on it.
      spawnSync("umount", ["--lazy", folder]);
    },
  };
}

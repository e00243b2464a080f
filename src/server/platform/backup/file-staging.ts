import { createWriteStream } from "node:fs";
import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { newId } from "../../../shared/kernel/id.ts";
import { type DataFile, placeOf } from "./data-files.ts";

/** Files that are written beside the data folder's own and take their places together. */
export interface FileStaging {
  add(file: DataFile, content: AsyncIterable<Buffer>): Promise<void>;
  place(): Promise<void>;
  /** Removes what was not placed. */
  clear(): Promise<void>;
}

export function stageFiles(dataDir: string): FileStaging {
  const folder = join(dataDir, `restoring-${newId()}`);
  const paths: string[] = [];
  return {
    async add({ path, mode }, content) {
      const place = placeOf(folder, path);
      placeOf(dataDir, path);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await pipeline(Readable.from(content), createWriteStream(place, { mode: 0o600 }));
      await chmod(place, mode & 0o777);
      paths.push(path);
    },
    async place() {
      for (const path of paths) {
        const place = placeOf(dataDir, path);
        await mkdir(dirname(place), { recursive: true, mode: 0o700 });
        await rename(placeOf(folder, path), place);
      }
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

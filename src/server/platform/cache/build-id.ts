import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const code = /\.(c?js|ts|tsx|json|css)$/;

/**
 * The same for every process that runs the same files, and for no other: made of all code under the folders. Two builds
 * that run side by side during a deployment never read each other's values, nor each other's pages with links to scripts.
 */
export function buildIdOf(folders: readonly (string | null)[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    if (folder === null) continue;
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => code.test(file));
    for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

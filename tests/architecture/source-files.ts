import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

const skipped = new Set(["node_modules", "dist", "data", ".git"]);

/** All files below the folders, as paths from the project with forward slashes, in order. */
export function sourceFiles(project: string, folders: string[]): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (skipped.has(entry.name)) return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? walk(path) : [path];
    });
  return folders
    .flatMap((folder) => walk(join(project, folder)))
    .map((path) => relative(project, path).split(sep).join("/"))
    .sort();
}

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The addresses of the built browser files, whose names carry a hash. */
export interface Assets {
  /** Stylesheets of an entry (`site`, `questionnaire`, `studio`) and of everything it imports at once. */
  stylesheetsOf(entry: string): string[];
  /** The entry's script, and the chunks it imports at once, to be preloaded. */
  scriptOf(entry: string): { src: string; preloads: string[] };
}

interface Chunk {
  file: string;
  name?: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

type Manifest = Record<string, Chunk>;

/**
 * Reads Vite's manifest. Without a folder, as in tests that look at no page's look, there are no files. `baseUrl` is where
 * browsers load them from when that is not the site itself.
 */
export function loadAssets(folder: string | null, baseUrl = ""): Assets {
  if (folder === null) return { stylesheetsOf: () => [], scriptOf: () => ({ src: "", preloads: [] }) };
  const manifest = JSON.parse(readFileSync(join(folder, ".vite", "manifest.json"), "utf8")) as Manifest;
  const addressOf = (file: string) => `${baseUrl.replace(/\/+$/, "")}/${file}`;
  const entryNamed = (name: string): Chunk => {
    const entry = Object.values(manifest).find((chunk) => chunk.isEntry && chunk.name === name);
    if (!entry) throw new Error(`no browser entry "${name}" in ${folder}`);
    return entry;
  };
  return {
    stylesheetsOf: (name) => {
      const chunks = [entryNamed(name), ...importsOf(manifest, entryNamed(name))];
      return [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))].map(addressOf);
    },
    scriptOf: (name) => {
      const entry = entryNamed(name);
      return { src: addressOf(entry.file), preloads: importsOf(manifest, entry).map((chunk) => addressOf(chunk.file)) };
    },
  };
}

function importsOf(manifest: Manifest, chunk: Chunk, seen = new Set<Chunk>()): Chunk[] {
  for (const key of chunk.imports ?? []) {
    const imported = manifest[key];
    if (!imported || seen.has(imported)) continue;
    seen.add(imported);
    importsOf(manifest, imported, seen);
  }
  return [...seen];
}

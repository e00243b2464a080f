import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { loadAssets } from "../../src/server/platform/http/asset-manifest.ts";

const folder = join(process.cwd(), "dist/client");
const compressedKilobytes = (addresses: string[]) =>
  addresses.reduce((sum, address) => sum + gzipSync(readFileSync(join(folder, address))).length, 0) / 1000;

/** What a browser loads before the page can be used: the entry's script, and all it imports at once. */
function scriptsOf(entry: string): string[] {
  const { src, preloads } = loadAssets(folder).scriptOf(entry);
  return [src, ...preloads];
}

describe("what a page loads, compressed", () => {
  test("the catalogue's pages stay below 15 kB of script", () => {
    expect(compressedKilobytes(scriptsOf("site"))).toBeLessThan(15);
  });

  test("the questionnaire stays below 120 kB of script", () => {
    expect(compressedKilobytes(scriptsOf("questionnaire"))).toBeLessThan(120);
  });

  test("the studio's first screen stays below 220 kB, its first page included", () => {
    const manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
    const page = Object.keys(manifest).find((key) => key.endsWith("workshop-list-page.tsx"));
    expect(page).toBeDefined();
    const files = new Set(["studio", page ?? ""].flatMap((name) => filesOf(manifest, name)));
    expect(files.size).toBeGreaterThan(3);
    const styles = loadAssets(folder).stylesheetsOf("studio");
    expect(compressedKilobytes([...files, ...styles])).toBeLessThan(220);
  });

  test("a stylesheet of the public site stays below 12 kB", () => {
    expect(compressedKilobytes(loadAssets(folder).stylesheetsOf("site"))).toBeLessThan(12);
  });
});

test("a page's letters, Polish ones included, stay below 80 kB", () => {
  const faces = /^(inter|source-serif-4)-(latin|polish)-[\w-]{8}\.woff2$/;
  const names = readdirSync(join(folder, "assets")).filter((name) => faces.test(name));
  expect(names).toHaveLength(4);
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, "assets", name)).size, 0);
  expect(bytes).toBeLessThan(80_000);
});

test("every file that compresses lies beside itself as brotli and gzip", () => {
  const assets = join(folder, "assets");
  const names = readdirSync(assets);
  const large = names.filter((name) => /\.(?:js|css)$/.test(name) && statSync(join(assets, name)).size > 1024);
  expect(large.length).toBeGreaterThan(20);
  for (const name of large) {
    const plain = readFileSync(join(assets, name));
    const [br, gz] = [readFileSync(join(assets, `${name}.br`)), readFileSync(join(assets, `${name}.gz`))];
    expect(brotliDecompressSync(br).equals(plain) && gunzipSync(gz).equals(plain)).toBe(true);
    expect(br.length).toBeLessThan(gzipSync(plain).length);
  }
  expect(names.filter((name) => name.endsWith(".woff2.br"))).toEqual([]);
});

interface Chunk {
  file: string;
  name?: string;
  isEntry?: boolean;
  imports?: string[];
}

function filesOf(manifest: Record<string, Chunk>, name: string, seen = new Set<string>()): string[] {
  const chunk = manifest[name] ?? Object.values(manifest).find((each) => each.isEntry && each.name === name);
  if (!chunk || seen.has(chunk.file)) return [...seen];
  seen.add(chunk.file);
  for (const key of chunk.imports ?? []) filesOf(manifest, key, seen);
  return [...seen];
}

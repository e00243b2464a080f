// `npm run bench`: what the product costs, beside what the least possible would cost on the same machine at the same time.
// `npm run bench -- --quick` takes short rounds, to see whether it runs; its figures are printed but not kept.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { cachedCases, uncachedCases } from "./bench/cases.mjs";
import { startApp } from "./bench/processes.mjs";
import { pageOf, rowsOf } from "./bench/report.mjs";
import { measureCached, measureUncached, median } from "./bench/rounds.mjs";
import { measureStarts } from "./bench/starts.mjs";
import { prepareBuild } from "./build.mjs";

const thorough = { rounds: 3, seconds: 2, restSeconds: 10, workshops: 20_000 };
const quick = { rounds: 1, seconds: 1, restSeconds: 1, workshops: 2_000 };
const quietLoad = 0.5;
const results = "docs/reference/benchmarks";

chdir(fileURLToPath(new URL("..", import.meta.url)));
const isQuick = process.argv.includes("--quick");
const settings = isQuick ? quick : thorough;
if (!prepareBuild()) process.exit(1);

const isQuiet = loadavg()[0] <= quietLoad * cpus().length;
const about = { at: new Date().toISOString(), commit: commit(), machine: machine(), isQuiet, settings };
const figures = { starts: await measureStarts(settings), ...(await measureRequests()) };
const rows = rowsOf(figures);
const page = pageOf(rows, about);
process.stdout.write(`\n${page}`);
if (!isQuick) {
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "latest.md"), page);
  writeFileSync(join(results, "latest.json"), `${JSON.stringify({ ...about, rows, figures }, null, 2)}\n`);
  console.log(`Kept in ${results}/latest.md and latest.json.`);
}

async function measureRequests() {
  // The product's own statements, straight from its source.
  const vite = await createServer({
    configFile: false,
    logLevel: "error",
    server: { middlewareMode: true, watch: null, ws: false },
  });
  const module = await vite.ssrLoadModule("/scripts/bench/database.ts");
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-bench-"));
  const database = await module.startFilledDatabase(join(folder, "data"), {
    workshops: settings.workshops,
    enrolments: settings.workshops * 4,
    responses: 1000,
  });
  try {
    const slugs = await module.publicSlugs(database.url);
    const app = await startApp({
      ...{ DATABASE_URL: database.url, DATA_DIR: join(folder, "app"), NODE_ENV: "production" },
      APP_SECRET: "a secret for a server that lives for three minutes",
    });
    try {
      const cached = await inOrder(cachedCases(slugs), (one) => measureCached(app, one, settings));
      const cases = await uncachedCases(slugs, { ...module, folder });
      const uncached = await inOrder(cases, (one) =>
        measureUncached(app, { ...one, databaseUrl: database.url }, settings),
      );
      const stems = await inOrder([1, 2, 3], () => module.stemMilliseconds(database.url));
      return { cached, uncached, stemMs: median(stems) };
    } finally {
      await app.stop();
    }
  } finally {
    await database.stop();
    await vite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inOrder(items, measure) {
  const measured = [];
  for (const item of items) measured.push(await measure(item));
  return measured;
}

function machine() {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${processor?.model ?? "unknown"}, ${memory} GB, ${platform()} ${arch()}, Node.js ${process.version}`;
}

/** The commit that was measured; marked when files differ from it. */
function commit() {
  const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();
  try {
    return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "src", "migrations") ? " with changes" : ""}`;
  } catch {
    return "unknown";
  }
}

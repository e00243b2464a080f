// `npm run bench`: what the product costs, beside what the least possible would cost on the same machine at the same time.
//   --quick         short rounds and a tenth of the growth; printed but not kept
//   --scale         with --quick: grows to 100,000 workshops and 1,000,000 responses all the same
//   --only a,b      these groups only; printed but not kept
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, totalmem } from "node:os";
import { join } from "node:path";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { groupNames } from "./bench/group-names.mjs";
import { measureGroups } from "./bench/groups.mjs";
import { readOptions } from "./bench/options.mjs";
import { stopOnSignals } from "./bench/own-server.mjs";
import { pageOf } from "./bench/report.mjs";
import { prepareBuild } from "./build.mjs";

const quietLoad = 0.5;
const results = "docs/reference/benchmarks";

chdir(fileURLToPath(new URL("..", import.meta.url)));
const { only, isQuick, settings } = optionsOrEnd();
if (!prepareBuild()) process.exit(1);
stopOnSignals();

const load = loadavg()[0];
const isQuiet = load <= quietLoad * cpus().length;
const about = { at: new Date().toISOString(), commit: commit(), machine: machine(), isQuiet, load, settings };
const hasRedis = existsSync("node_modules/.services.json");
const groups = await measureGroups(only, { ...settings, hasRedis }, (text) => process.stderr.write(`${text}\n`));
const page = pageOf(groups, about);
process.stdout.write(`\n${page}`);
if (!isQuick && only.length === groupNames.length) {
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "latest.md"), page);
  writeFileSync(join(results, "latest.json"), `${JSON.stringify({ ...about, groups }, null, 2)}\n`);
  console.log(`Kept in ${results}/latest.md and latest.json.`);
}
process.exit(0);

function optionsOrEnd() {
  try {
    return readOptions(process.argv.slice(2), groupNames);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
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

// Runs the k6 script without k6: node run.mjs <iterations>. Iterations take the place of the stages; setup, the journeys and
// teardown run as they would. What happened is printed as JSON. It shows that the script and the site fit together, not
// that k6 runs it: k6's engine, its metrics and its thresholds are not here.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const scripts = resolve(here, "..");
const iterations = Number(process.argv[2] ?? 1);
// A folder in which `k6` is a package, as the script imports it.
const folder = mkdtempSync(join(tmpdir(), "workshopsai-k6-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
cpSync(scripts, folder, { recursive: true, filter: (path) => !path.includes("stand-in") && !path.endsWith(".ts") });
cpSync(join(here, "k6"), join(folder, "node_modules", "k6"), { recursive: true });

globalThis.__ENV = process.env;
globalThis.__VU = 0;
globalThis.__ITER = 0;
globalThis.open = (path) => readFileSync(resolve(scripts, path), "utf8");

const script = await import(pathToFileURL(join(folder, "performance-benchmark.js")).href);
const { recorded } = await import(pathToFileURL(join(folder, "node_modules", "k6", "recorded.mjs")).href);
// What k6 hands on is JSON.
const data = JSON.parse(JSON.stringify(script.setup()));
globalThis.__VU = 1;
try {
  for (globalThis.__ITER = 0; globalThis.__ITER < iterations; globalThis.__ITER += 1) script.default(data);
} finally {
  script.teardown(data);
}
process.stdout.write(`${JSON.stringify({ options: script.options, ...recorded })}\n`, () => process.exit(0));

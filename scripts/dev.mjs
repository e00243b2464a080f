// `npm run dev`: builds again whenever a source changes, then starts the product anew.
import { spawn } from "node:child_process";
import { existsSync, rmSync, unwatchFile, watchFile } from "node:fs";
import { marker } from "./build.mjs";

/** The last file each build writes. */
const results = ["dist/server/main.cjs", "dist/client/.vite/manifest.json"];
const vite = "node_modules/vite/bin/vite.js";
const settleMs = 400;

// What is built from now on is for development: a later `npm start` builds its own.
rmSync(marker, { force: true });
const environment = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? "development" };
// Not through npm, which does not pass on what is to end it.
const builds = ["client", "server"].map((part) =>
  spawn(process.execPath, [vite, "build", "--mode", part, "--watch"], { stdio: "inherit" }),
);
let product;
let pending;
let isStopping = false;

for (const result of results) watchFile(result, { interval: 250 }, restartSoon);

function restartSoon() {
  clearTimeout(pending);
  pending = setTimeout(restart, settleMs);
}

async function restart() {
  if (isStopping || !results.every((result) => existsSync(result))) return;
  const previous = product;
  product = undefined;
  await ended(previous);
  if (isStopping || product) return;
  product = spawn(process.execPath, ["--enable-source-maps", "scripts/start.mjs"], {
    stdio: "inherit",
    env: environment,
  });
}

function ended(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

async function stop() {
  if (isStopping) return;
  isStopping = true;
  for (const result of results) unwatchFile(result);
  clearTimeout(pending);
  await Promise.all([product, ...builds].map(ended));
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
for (const build of builds) {
  build.once("exit", (code) => {
    if (!isStopping) console.error(`A build watcher ended with ${code}.`);
    stop();
  });
}

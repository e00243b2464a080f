import { existsSync } from "node:fs";
import { requireNode } from "./node-version.mjs";

const lookEveryMs = 500;

requireNode();
const main = new URL("../dist/server/main.cjs", import.meta.url);
if (!existsSync(main)) {
  console.error("Nothing is built yet: use npm start, which builds first.");
  process.exit(1);
}
if (process.env.npm_lifecycle_event === "start") stopWithNpm();
// In this very process, so that signals and the exit code are the product's own.
await import(main.href);

/** A SIGTERM to npm ends npm and its shell but is not passed on: being left behind by them means to stop, too. */
function stopWithNpm() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, lookEveryMs);
  watch.unref();
}

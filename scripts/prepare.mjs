// What `npm start` and `npm test` need before they begin: `node scripts/prepare.mjs [build] [browser] [services]`.
// Node's built-ins only: on a fresh clone there is nothing else yet.
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { prepareBrowser } from "./browser.mjs";
import { prepareBuild } from "./build.mjs";
import { prepareModules } from "./modules.mjs";
import { requireNode } from "./node-version.mjs";
import { prepareServices } from "./services.mjs";

requireNode();
chdir(fileURLToPath(new URL("..", import.meta.url)));
const wanted = process.argv.slice(2);
const steps = { build: prepareBuild, browser: prepareBrowser, services: prepareServices };
const unknown = wanted.find((name) => !(name in steps));
if (unknown) {
  console.error(`Unknown step ${unknown}. Use: node scripts/prepare.mjs [build] [browser] [services]`);
  process.exit(1);
}
for (const step of [prepareModules, ...wanted.map((name) => steps[name])]) {
  const isDone = await step();
  if (!isDone) process.exit(1);
}

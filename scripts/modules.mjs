import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { npmSync } from "./npm.mjs";

const marker = "node_modules/.prepared";

/** Installs the dependencies of package-lock.json unless exactly these are there. Gives whether they now are. */
export function prepareModules() {
  const lock = readFileSync("package-lock.json", "utf8");
  const checksum = createHash("sha256").update(lock).digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === checksum) return true;
  if (!matches(JSON.parse(lock))) {
    console.log("Installing dependencies (once, and when they change) ...");
    // Under NODE_ENV=production npm would leave out what the build needs.
    const { status } = npmSync(["ci", "--include=dev", "--no-audit", "--no-fund"], { stdio: "inherit" });
    if (status !== 0) {
      console.error("npm ci failed: see above.");
      return false;
    }
  }
  mkdirSync("node_modules", { recursive: true });
  writeFileSync(marker, checksum);
  return true;
}

/** Compares with npm's own note of what it installed, so that a hand-made `npm ci` is not done again. */
function matches(lock) {
  const note = "node_modules/.package-lock.json";
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, "utf8")).packages;
  return Object.entries(lock.packages).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    const there = installed[path];
    return there === undefined ? entry.optional === true : there.version === entry.version;
  });
}

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npmSync } from "./npm.mjs";

/** Says which sources what lies in `dist` was made from. */
export const marker = "dist/.built";
const results = ["dist/server/main.cjs", "dist/client"];

/** Builds unless what lies in `dist` was made from exactly these sources. Gives whether it now is. */
export function prepareBuild() {
  const checksum = checksumOfSources();
  const isThere = results.every((path) => existsSync(path));
  if (isThere && existsSync(marker) && readFileSync(marker, "utf8") === checksum) return true;
  console.log("Building (once, and when sources change) ...");
  const { status, stdout, stderr } = npmSync(["run", "build"], {
    // Whatever the caller runs as, what is built is the real thing.
    env: { ...process.env, NODE_ENV: "production" },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) {
    console.error(`${stdout}${stderr}\nThe build failed: see above.`);
    return false;
  }
  mkdirSync("dist", { recursive: true });
  writeFileSync(marker, checksum);
  return true;
}

function checksumOfSources() {
  const configs = readdirSync(".").filter((name) =>
    /^(vite.*\.config\.ts|vite\.config.*|tsconfig.*\.json)$/.test(name),
  );
  const files = [...configs, "package.json", "package-lock.json", ...filesBelow("src"), ...filesBelow("migrations")];
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** Tests are left out: a changed test needs no new build. */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
}

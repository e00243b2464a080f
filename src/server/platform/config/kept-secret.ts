import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "./startup-error.ts";

const shortestLength = 32;

/** The secret of this data folder, made at the first start; only the owner of the file may read it. */
export function keptSecret(dataDir: string): string {
  const path = join(dataDir, "secret");
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw new StartupError(`DATA_DIR: cannot keep a secret in ${dataDir}: ${message}`);
  }
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < shortestLength) {
    throw new StartupError(`${path} is damaged: remove it (everybody has to sign in again), or set APP_SECRET`);
  }
  return secret;
}

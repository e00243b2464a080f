import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findMigrations } from "./db/migrate.ts";

/** The version of the product, as its package says. */
export const version = readVersion();

function readVersion(): string {
  const file = join(dirname(findMigrations()), "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

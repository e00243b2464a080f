import { existsSync } from "node:fs";
import { openSession, type Session } from "../db/session.ts";
import { BackupError } from "./backup-error.ts";
import { placeOf, sha256Of } from "./data-files.ts";
import { countRows, isInUse, listApplied, listTables } from "./queries/snapshot.ts";
import type { RestoreTarget } from "./restore-target.ts";

/** Made anew by whoever reads the settings first, so it says nothing about what is there. */
const madeByItself = "secret";
/** Filled by a migration, not by people. */
const filledByMigrations = ["tags"];

interface Expected {
  /** The migration that the backup is at. */
  level: string;
  files: { path: string; sha256: string }[];
}

/** @throws {BackupError} when a restore would change, or mix with, anything that is there */
export async function checkTarget({ databaseUrl, dataDir }: RestoreTarget, { level, files }: Expected): Promise<void> {
  const session = await openSession(databaseUrl);
  try {
    await checkDatabase(session, level);
  } finally {
    await session.close();
  }
  if (dataDir === null) return;
  for (const { path, sha256 } of files) {
    const place = placeOf(dataDir, path);
    if (path === madeByItself || !existsSync(place) || (await sha256Of(place)) === sha256) continue;
    throw new BackupError(`the file ${place} would be replaced by another: move it away, or set another DATA_DIR`);
  }
}

async function checkDatabase(session: Session, level: string): Promise<void> {
  if (await isInUse(session)) {
    throw new BackupError("the database is in use by the product: stop all its processes before you restore");
  }
  const applied = await listApplied(session);
  const tables = await listTables(session);
  if (applied.length === 0 && tables.length > 0) throw notEmpty(tables[0]?.name);
  if ((applied.at(-1)?.name ?? "") > level) {
    throw new BackupError(
      "the database has tables of a newer version than the backup: restore into a new, empty database (createdb), or set another DATA_DIR",
    );
  }
  for (const { name } of tables) {
    if (!filledByMigrations.includes(name) && (await countRows(session, name)) > 0) throw notEmpty(name);
  }
}

function notEmpty(table: string | undefined): BackupError {
  return new BackupError(
    `the database is not empty (${table} has rows): restore into a new, empty one, by another DATABASE_URL or DATA_DIR`,
  );
}

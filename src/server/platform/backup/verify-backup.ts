import { newId } from "../../../shared/kernel/id.ts";
import { openSession, type Session } from "../db/session.ts";
import { BackupError } from "./backup-error.ts";
import { type Contents, inspectBackup } from "./inspect-backup.ts";
import { createDatabase, dropDatabase, listScratchDatabases } from "./queries/runs.ts";
import { countRows } from "./queries/snapshot.ts";
import type { OpenBackup } from "./read-backup.ts";
import { restoreBackup } from "./restore-backup.ts";

const scratchPrefix = "workshopsai_check_";
const abandonedAfterMs = 24 * 60 * 60 * 1000;
const notPermitted = "42501";

/**
 * Restores a backup into a database that is thrown away, and counts the rows of every table. Where no database may be
 * made, it is read to its end instead, which is said in the answer.
 * @throws {BackupError} when it is not what it should be
 */
export async function verifyBackup(
  backup: { open: OpenBackup; key: string | undefined },
  databaseUrl: string,
): Promise<{ isRestored: boolean; note: string | null }> {
  const session = await openSession(databaseUrl);
  const name = scratchName();
  try {
    await dropLeftBehind(session);
    if (!(await makeDatabase(session, name))) {
      await inspectBackup(backup.open, backup.key);
      const note =
        "read to its end, not restored: the database's user may not create databases (alter role … createdb)";
      return { isRestored: false, note };
    }
    await restoreAndCount(backup, onDatabase(databaseUrl, name));
    return { isRestored: true, note: null };
  } finally {
    await dropDatabase(session, name).finally(() => session.close());
  }
}

/** A check that runs just now has moments without a connection; only age tells it from one whose process was killed. */
async function dropLeftBehind(session: Session): Promise<void> {
  const oldest = scratchName(Date.now() - abandonedAfterMs);
  for (const { name } of await listScratchDatabases(session, scratchPrefix)) {
    if (name < oldest) await dropDatabase(session, name);
  }
}

/** Sorted by name, they are sorted by age. */
const scratchName = (nowMs?: number) => `${scratchPrefix}${newId(nowMs).replaceAll("-", "")}`;

async function makeDatabase(session: Session, name: string): Promise<boolean> {
  try {
    await createDatabase(session, name);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === notPermitted) return false;
    throw error;
  }
}

async function restoreAndCount(backup: { open: OpenBackup; key: string | undefined }, databaseUrl: string) {
  const { tables } = await restoreBackup(backup, { databaseUrl, dataDir: null, staysAtLevel: true });
  const session = await openSession(databaseUrl);
  try {
    await compare(session, tables);
  } finally {
    await session.close();
  }
}

async function compare(session: Session, tables: Contents["tables"]): Promise<void> {
  for (const { name, rows } of tables) {
    const found = await countRows(session, name);
    if (found !== rows) {
      throw new BackupError(`the backup gave back ${found} of ${rows} rows of ${name}: make another, and report this`);
    }
  }
}

function onDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { madeAtOf, unprovenMark } from "../platform/backup/backup-store.ts";
import { openFile } from "../platform/backup/folder-store.ts";
import { restoreBackup } from "../platform/backup/restore-backup.ts";
import { storeOf } from "../platform/backup/store-of.ts";
import { StartupError } from "../platform/config/startup-error.ts";
import { type Command, tableOf, wordOf } from "./command.ts";
import type { Visit } from "./visit.ts";

const usage = "restore FILE | NAME";

export const restore: Command = {
  usage,
  summary: "put a backup into an empty installation",
  details:
    "The product must be stopped. The database must be empty: with the built-in one, move DATA_DIR/postgres away or set\nanother DATA_DIR; with DATABASE_URL, make a new database. It is read whole before anything is touched.\nA name, as it is in the list of backups, is looked for where BACKUP_URL leads.",
  async run(visit, given) {
    const open = await openerOf(wordOf(given, 0, usage), visit);
    const { DATA_DIR: dataDir, BACKUP_KEY: key } = visit.settings;
    const target = { databaseUrl: await visit.directUrlAlone(), dataDir };
    const restored = await restoreBackup({ open, key }, target);
    const counts = restored.tables.filter(({ rows }) => rows > 0).map(({ name, rows }) => [name, rows]);
    const text = `Restored as of ${restored.madeAt} (version ${restored.product}): ${restored.files} files and\n\n${tableOf(counts)}`;
    return { text, data: restored };
  },
};

/** @throws {StartupError} for a backup that did not pass its check */
async function openerOf(word: string, { settings }: Visit) {
  const isName = madeAtOf(word) !== undefined && !existsSync(word);
  const store = storeOf(settings);
  const stored = isName ? (await store.list()).find(({ name }) => name === word) : undefined;
  if (stored?.isUnproven || word.endsWith(unprovenMark)) {
    throw new StartupError(
      `${word} did not pass its check. Take another: npm run cli -- backups. Where there is none, copy it without ${unprovenMark} at the end of its name and restore the copy`,
    );
  }
  return isName ? store.open(word) : openFile(resolve(word));
}

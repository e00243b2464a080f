import { resolve } from "node:path";
import { openFile } from "../platform/backup/folder-store.ts";
import { restoreBackup } from "../platform/backup/restore-backup.ts";
import { type Command, tableOf, wordOf } from "./command.ts";

const usage = "restore FILE";

export const restore: Command = {
  usage,
  summary: "put a backup into an empty installation",
  details:
    "The product must be stopped. The database must be empty: with the built-in one, move DATA_DIR/postgres away or set\nanother DATA_DIR; with DATABASE_URL, make a new database. The file is read whole before anything is touched.",
  async run(visit, given) {
    const file = resolve(wordOf(given, 0, usage));
    const { DATA_DIR: dataDir, BACKUP_KEY: key } = visit.settings;
    const target = { databaseUrl: await visit.directUrlAlone(), dataDir };
    const restored = await restoreBackup({ open: openFile(file), key }, target);
    const counts = restored.tables.filter(({ rows }) => rows > 0).map(({ name, rows }) => [name, rows]);
    const text = `Restored as of ${restored.madeAt} (version ${restored.product}): ${restored.files} files and\n\n${tableOf(counts)}`;
    return { text, data: restored };
  },
};

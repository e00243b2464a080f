import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createBackups } from "../platform/backup/backups.ts";
import { createLog } from "../platform/logging/log.ts";
import { systemClock } from "../platform/time/clock.ts";
import { type Command, megabytes } from "./command.ts";

export const backup: Command = {
  usage: "backup [--to FOLDER]",
  summary: "copy database and files into one file, and check it by restoring it into a scratch database",
  details:
    "The file goes to BACKUP_URL (DATA_DIR/backups unless set) or the folder after --to, and is encrypted when BACKUP_KEY\nis set. Older backups there go as BACKUP_KEEP_DAILY and BACKUP_KEEP_WEEKLY say. The site goes on meanwhile.",
  options: { to: { type: "string" } },
  async run(visit, { texts: { to } }) {
    const { db } = await visit.app();
    const elsewhere = to === undefined ? {} : { BACKUP_URL: pathToFileURL(resolve(to)).href };
    const settings = { ...visit.settings, ...elsewhere };
    const log = createLog({ level: "silent", isPretty: false });
    const backups = createBackups({ settings, databaseUrl: await visit.directUrl(), db, clock: systemClock, log });
    const run = await backups.make();
    const checked = run.verifiedAt ? "restored into a scratch database and counted" : run.note;
    const text = `${run.place}/${run.name}\n${megabytes(run.bytes ?? 0)}, ${checked}`;
    return { text, data: run };
  },
};

import { z } from "zod";
import { about, urlOf, wholeNumber } from "./setting.ts";

const fields = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
] as const;

/** Five fields of numbers, ranges, lists and steps, as the job queue reads them. */
function isCron(text: string): boolean {
  const given = text.split(" ");
  return given.length === fields.length && fields.every(([least, most], place) => isField(given[place], least, most));
}

function isField(text: string | undefined, least: number, most: number): boolean {
  return (text ?? "").split(",").every((item) => {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/([1-9]\d*))?$/.exec(item);
    if (!match) return false;
    const [, from = String(least), to = from] = match;
    return Number(from) >= least && Number(from) <= Number(to) && Number(to) <= most;
  });
}

/** When copies of everything are made, where they go, and how long they stay. */
export const backupSettings = {
  BACKUP_SCHEDULE: about(
    z
      .string()
      .refine((value) => value === "off" || isCron(value))
      .default("15 2 * * *"),
    {
      group: "Backups",
      expects: "off, or five fields as cron has them (minute hour day month weekday), in UTC",
      description: "When a backup of the database and the files is made, by the process with the role scheduler.",
    },
  ),
  BACKUP_URL: about(urlOf(["file"]).optional(), {
    group: "Backups",
    expects: "an address like file:///mnt/backups",
    description: "Where backups go; best another disk or machine than the one they are of.",
    shownDefault: "the folder DATA_DIR/backups",
  }),
  BACKUP_KEY: about(z.string().min(16).max(1_000).optional(), {
    group: "Backups",
    expects: "at least 16 characters; keep it somewhere else too: without it an encrypted backup is lost",
    description: "Encrypts every backup with a key made of this.",
    shownDefault: "none; backups are readable by whoever has the file",
  }),
  BACKUP_KEEP_DAILY: about(wholeNumber(1, 3_650).prefault("7"), {
    group: "Backups",
    expects: "a whole number from 1 to 3650",
    description: "Of so many days the newest backup is kept; all of the last 24 hours are.",
  }),
  BACKUP_KEEP_WEEKLY: about(wholeNumber(0, 520).prefault("4"), {
    group: "Backups",
    expects: "a whole number from 0 to 520",
    description: "Of so many weeks the newest backup is kept as well.",
  }),
};

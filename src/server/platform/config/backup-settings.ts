import { z } from "zod";
import { s3AddressOf } from "../backup/s3/s3-address.ts";
import { about, wholeNumber } from "./setting.ts";

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

/** A folder, or a bucket. */
function isPlace(text: string): boolean {
  return (URL.canParse(text) && new URL(text).protocol === "file:") || s3AddressOf(text) !== undefined;
}

const bucketKey = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[!-~]+$/)
  .optional();

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
  BACKUP_URL: about(z.string().refine(isPlace).optional(), {
    group: "Backups",
    expects: "an address like file:///mnt/backups or s3://bucket/folder?region=eu-central-1&endpoint=https://…",
    description:
      "Where backups go; best another disk or machine than the one they are of. For a bucket give region, endpoint (unless it is Amazon's) or both.",
    shownDefault: "the folder DATA_DIR/backups",
  }),
  AWS_ACCESS_KEY_ID: about(bucketKey, {
    group: "Backups",
    expects: "the name of a key that may list, read, write and delete in the bucket",
    description: "Signs what is asked of the bucket in BACKUP_URL. Needed with s3://.",
    shownDefault: "none",
  }),
  AWS_SECRET_ACCESS_KEY: about(bucketKey, {
    group: "Backups",
    expects: "the key of AWS_ACCESS_KEY_ID",
    description: "Signs what is asked of the bucket in BACKUP_URL. Needed with s3://.",
    shownDefault: "none",
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

import type { Writable } from "node:stream";
import type { OpenBackup } from "./read-backup.ts";

/** A backup that lies somewhere, written to its end. */
export interface StoredBackup {
  name: string;
  bytes: number;
  madeAt: Date;
  /** It did not pass its check: nobody may count on it. */
  isUnproven: boolean;
}

/** A place for backups. Whatever is in it under a backup's name was written to its end. */
export interface BackupStore {
  /** For people: the folder, or the bucket. */
  place: string;
  /** The folder of a place on this machine. */
  folder?: string;
  /** Gives the backup its name only when `write` is through; otherwise nothing stays. @throws {BackupError} */
  save(name: string, write: (target: Writable) => Promise<void>): Promise<StoredBackup>;
  /** Says of it, for everybody who looks there, that it did not pass its check. Answers its name from now on. */
  markUnproven(name: string): Promise<string>;
  /** All backups, newest first, also those that are unproven. */
  list(): Promise<StoredBackup[]>;
  open(name: string): OpenBackup;
  remove(name: string): Promise<void>;
}

const pattern = /^workshopsai-(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.backup(\.unproven)?$/;

/** `workshopsai-2027-01-15T09-00-00-000Z.backup`: sorted by name, backups are sorted by age. */
export function backupName(madeAt: Date): string {
  return `workshopsai-${madeAt.toISOString().replace(/[:.]/g, "-")}.backup`;
}

/** What stands after the name of a backup that did not pass its check. */
export const unprovenMark = ".unproven";

/** When the backup of that name was made; undefined when it is not a backup's name. */
export function madeAtOf(name: string): Date | undefined {
  const [, year, month, day, hour, minute, second, millisecond] = pattern.exec(name) ?? [];
  if (year === undefined) return undefined;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`);
}

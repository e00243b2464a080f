import type { StoredBackup } from "./backup-store.ts";

export interface Keeping {
  /** Of how many days with backups the newest stays. */
  daily: number;
  /** Of how many weeks. */
  weekly: number;
}

const dayMs = 24 * 60 * 60 * 1000;
/** Weeks begin on Monday; the first day of all, in 1970, was a Thursday. */
const firstMonday = 4;

/**
 * The backups that may go. The newest of all, and those of the last 24 hours, always stay. One that is unproven takes
 * nobody's place, and goes once a newer one is proven.
 */
export function superseded(backups: StoredBackup[], { daily, weekly }: Keeping, now: Date): StoredBackup[] {
  const proven = backups.filter(({ isUnproven }) => !isUnproven);
  const newestFirst = proven.sort((one, other) => other.madeAt.getTime() - one.madeAt.getTime());
  const day = ({ madeAt }: StoredBackup) => Math.floor(madeAt.getTime() / dayMs);
  const week = (backup: StoredBackup) => Math.floor((day(backup) - firstMonday) / 7);
  const kept = new Set([...newestOfEach(newestFirst, day, daily), ...newestOfEach(newestFirst, week, weekly)]);
  const newest = newestFirst[0]?.madeAt ?? new Date(0);
  const outlived = backups.filter(({ isUnproven, madeAt }) => isUnproven && madeAt < newest);
  return [...newestFirst, ...outlived].filter(
    (backup) => !kept.has(backup) && now.getTime() - backup.madeAt.getTime() > dayMs,
  );
}

function newestOfEach(
  newestFirst: StoredBackup[],
  spanOf: (backup: StoredBackup) => number,
  count: number,
): StoredBackup[] {
  const newest = new Map<number, StoredBackup>();
  for (const backup of newestFirst) {
    if (!newest.has(spanOf(backup))) newest.set(spanOf(backup), backup);
  }
  return [...newest.values()].slice(0, count);
}

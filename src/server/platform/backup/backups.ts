import { newId } from "../../../shared/kernel/id.ts";
import type { Settings } from "../config/settings.ts";
import type { Db } from "../db/database.ts";
import type { ScheduledJob } from "../jobs/jobs.ts";
import type { Log } from "../logging/log.ts";
import type { Clock } from "../time/clock.ts";
import { BackupError } from "./backup-error.ts";
import { type BackupStore, backupName, type StoredBackup } from "./backup-store.ts";
import { type BackupRun, deleteRunsBefore, findLastSuccess, insertRun, listRuns } from "./queries/runs.ts";
import { type StoreSettings, storeOf } from "./store-of.ts";
import { superseded } from "./superseded.ts";
import { verifyBackup } from "./verify-backup.ts";
import { writeBackup } from "./write-backup.ts";

export interface BackupDeps {
  settings: StoreSettings &
    Pick<
      Settings,
      "DATABASE_DIRECT_URL" | "BACKUP_KEY" | "BACKUP_SCHEDULE" | "BACKUP_KEEP_DAILY" | "BACKUP_KEEP_WEEKLY"
    >;
  databaseUrl: string;
  db: Db;
  clock: Clock;
  log: Pick<Log, "info" | "error">;
}

/** Copies of the database and the files: made, checked, kept and counted. */
export interface Backups {
  /**
   * Makes a backup, restores it into a scratch database to see that it is good, and removes those it supersedes.
   * @throws {BackupError} when it could not be made or is not good; the attempt is written down all the same
   */
  make(): Promise<BackupRun>;
  list(): Promise<StoredBackup[]>;
  /** @throws {BackupError} when it is not there, or not good */
  verify(name: string): Promise<{ isRestored: boolean; note: string | null }>;
  /** The last attempts, newest first. */
  runs(limit: number): Promise<BackupRun[]>;
  /** When the newest backup was finished, and checked; undefined while there is none. */
  lastBackup(): Promise<{ finishedAt: Date; verifiedAt: Date | null } | undefined>;
  scheduled: ScheduledJob[];
}

const runsAreKeptMs = 400 * 24 * 60 * 60 * 1000;

export function createBackups(deps: BackupDeps): Backups {
  const { settings, db } = deps;
  const store = storeOf(settings);
  const directUrl = directUrlOf(deps);
  const verify = (name: string) => verifyBackup({ open: store.open(name), key: settings.BACKUP_KEY }, directUrl);
  const make = () => recorded(deps, { store, verify });
  return {
    make,
    verify,
    list: store.list,
    runs: (limit) => listRuns(db, limit),
    lastBackup: () => findLastSuccess(db),
    scheduled:
      settings.BACKUP_SCHEDULE === "off"
        ? []
        : [{ name: "backup.make", cron: settings.BACKUP_SCHEDULE, run: async () => void (await make()) }],
  };
}

/** Past a pooler, which would not bear one transaction for so long. */
const directUrlOf = ({ settings, databaseUrl }: BackupDeps) => settings.DATABASE_DIRECT_URL ?? databaseUrl;

interface Making {
  store: BackupStore;
  verify: Backups["verify"];
}

async function recorded(deps: BackupDeps, making: Making): Promise<BackupRun> {
  const { db, clock, log } = deps;
  const run = { id: newId(), startedAt: clock.now(), place: making.store.place };
  try {
    const made = await makeOne(deps, making);
    const done: BackupRun = { ...run, ...made, finishedAt: clock.now(), error: null };
    await insertRun(db, done);
    await deleteRunsBefore(db, new Date(clock.now().getTime() - runsAreKeptMs));
    log.info({ name: done.name, bytes: done.bytes, isVerified: done.verifiedAt !== null }, "backup made");
    return done;
  } catch (error) {
    log.error({ error }, "no backup was made");
    const nothing = { name: null, bytes: null, verifiedAt: null, note: null };
    const reason = error instanceof Error ? error.message : String(error);
    await insertRun(db, { ...run, ...nothing, finishedAt: clock.now(), error: reason });
    throw error;
  }
}

async function makeOne(deps: BackupDeps, { store, verify }: Making) {
  const { settings, clock } = deps;
  const { DATA_DIR, BACKUP_KEY, BACKUP_KEEP_DAILY: daily, BACKUP_KEEP_WEEKLY: weekly } = settings;
  const madeAt = clock.now();
  const source = { databaseUrl: directUrlOf(deps), dataDir: DATA_DIR, leaveOut: store.folder, key: BACKUP_KEY, madeAt };
  const { name, bytes } = await store.save(backupName(madeAt), (target) => writeBackup(source, target));
  const { isRestored, note } = await verify(name).catch((error: unknown) => disown(store, name, error));
  // Only now: what is removed has been replaced by something known to be good.
  for (const old of superseded(await store.list(), { daily, weekly }, madeAt)) await store.remove(old.name);
  return { name, bytes, verifiedAt: isRestored ? clock.now() : null, note };
}

/** A backup that did not pass its check must not look like one that did. @throws {BackupError} always: why it did not */
async function disown(store: BackupStore, name: string, reason: unknown): Promise<never> {
  const left = await store.markUnproven(name);
  const why = reason instanceof Error ? reason.message : String(reason);
  throw new BackupError(`${why}; what was written is kept as unproven: ${store.place}/${left}`, { cause: reason });
}

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../../shared/kernel/id.ts";
import { onDatabase, type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import { sql } from "../db/sql.ts";
import { createLog } from "../logging/log.ts";
import { fixedClock } from "../time/clock.ts";
import { dataFolder } from "./backup.testing.ts";
import { backupName } from "./backup-store.ts";
import { createBackups } from "./backups.ts";
import { createDatabase, dropDatabase } from "./queries/runs.ts";

const clock = fixedClock("2027-01-15T09:00:00Z");
const dataDir = dataFolder();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

beforeEach(() => clock.advance(1_000));

function backupsOf({ databaseUrl = database.url, BACKUP_URL }: { databaseUrl?: string; BACKUP_URL?: string } = {}) {
  const settings = {
    ...{ DATA_DIR: dataDir, DATABASE_DIRECT_URL: undefined, BACKUP_URL, BACKUP_KEY: "a key that only this test knows" },
    ...{ BACKUP_SCHEDULE: "15 2 * * *", BACKUP_KEEP_DAILY: 2, BACKUP_KEEP_WEEKLY: 0 },
  };
  return createBackups({
    settings,
    databaseUrl,
    db: database.db,
    clock,
    log: createLog({ level: "silent", isPretty: false }),
  });
}

const scratchDatabases = () =>
  database.db.many<{ datname: string }>(
    sql`select datname from pg_database where starts_with(datname, 'workshopsai_check')`,
  );

test("each is restored into a scratch database before older ones go, and written down", async () => {
  const backups = backupsOf();
  expect(await backups.lastBackup()).toBeUndefined();
  const older = ["2027-01-12T02:15:00Z", "2027-01-13T02:15:00Z"].map((at) => backupName(new Date(at)));
  mkdirSync(join(dataDir, "backups"));
  for (const name of [...older, "theirs.txt"]) writeFileSync(join(dataDir, "backups", name), "");
  const [job] = backups.scheduled;
  await job?.run();
  const newest = backupName(clock.now());
  expect(readdirSync(join(dataDir, "backups")).sort()).toEqual(["theirs.txt", older[1], newest]);
  expect(await backups.lastBackup()).toEqual({ finishedAt: clock.now(), verifiedAt: clock.now() });
  const [run] = await backups.runs(10);
  expect(run).toMatchObject({ name: newest, error: null, note: null, place: join(dataDir, "backups") });
  // Other files check backups on this server, too; only one that is left behind stays.
  await expect.poll(scratchDatabases, { timeout: 30_000 }).toEqual([]);
  expect((await backups.list())[0]?.bytes).toBe(run?.bytes);
}, 60_000);

test("where no database may be made it is read to its end, and that is said", async () => {
  await database.db.run(sql`create role keeper login in role pg_read_all_data`);
  const directUrl = new URL(database.url);
  directUrl.username = "keeper";
  try {
    const run = await backupsOf({ databaseUrl: directUrl.href }).make();
    expect(run).toMatchObject({ verifiedAt: null, error: null });
    expect(run.note).toContain("alter role … createdb");
  } finally {
    await database.db.run(sql`drop role keeper`);
  }
});

test("one that cannot be made is told, written down, and leaves those that are there", async () => {
  const backups = backupsOf({ databaseUrl: onDatabase(database.url, "not_there") });
  const before = await backups.list();
  await expect(backups.make()).rejects.toThrow('database "not_there" does not exist');
  const [run] = await backups.runs(1);
  expect(run).toMatchObject({ name: null, verifiedAt: null, error: expect.stringContaining("not_there") });
  expect(await backups.list()).toEqual(before);
});

test("one that does not pass its check says so by its name, counts for nothing, and goes when a good one is there", async () => {
  const backups = backupsOf();
  const before = await backups.lastBackup();
  // What no installation of ours takes back: two settings of one name.
  await database.db.run(sql`alter table settings drop constraint settings_pkey`);
  await database.db.run(sql`insert into settings (name, value) values ('twice', '1'), ('twice', '2')`);
  const name = `${backupName(clock.now())}.unproven`;
  await expect(backups.make()).rejects.toThrow(
    `; what was written is kept as unproven: ${join(dataDir, "backups", name)}`,
  );
  expect((await backups.list())[0]).toMatchObject({ name, isUnproven: true });
  expect(readdirSync(join(dataDir, "backups"))).not.toContain(backupName(clock.now()));
  expect(await backups.lastBackup()).toEqual(before);
  expect((await backups.runs(1))[0]).toMatchObject({ name: null, error: expect.stringContaining(name) });

  await database.db.run(sql`delete from settings where name = 'twice'`);
  await database.db.run(sql`alter table settings add primary key (name)`);
  clock.advance(2 * 24 * 60 * 60_000);
  const { name: good } = await backups.make();
  const left = await backups.list();
  expect(left[0]).toMatchObject({ name: good, isUnproven: false });
  expect(left.filter(({ isUnproven }) => isUnproven)).toEqual([]);
}, 60_000);

test("a file that cannot be opened is a reason, and nothing that ends the process", async () => {
  const backups = backupsOf();
  const draft = join(dataDir, "backups", `${backupName(clock.now())}.unfinished`);
  mkdirSync(draft, { recursive: true });
  await expect(backups.make()).rejects.toThrow("EISDIR");
  expect((await backups.runs(1))[0]?.error).toContain("EISDIR");
  rmdirSync(draft);
});

test("a check leaves the scratch database of another check alone, until it is a day old", async () => {
  const named = (hoursAgo: number) =>
    `workshopsai_check_${newId(Date.now() - hoursAgo * 60 * 60_000).replaceAll("-", "")}`;
  const [running, abandoned] = [named(1), named(25)];
  for (const name of [running, abandoned]) await createDatabase(database.db, name);
  await expect(backupsOf().verify("not there")).rejects.toThrow("there is no file");
  const left = (await scratchDatabases()).map(({ datname }) => datname);
  expect(left).toContain(running);
  expect(left).not.toContain(abandoned);
  await dropDatabase(database.db, running);
});

const smallDisk = mkdtempSync(join(tmpdir(), "workshopsai-small-"));
const isMounted =
  platform() === "linux" &&
  process.getuid?.() === 0 &&
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", smallDisk]).status === 0;
afterAll(() => {
  if (isMounted) spawnSync("umount", [smallDisk]);
  rmSync(smallDisk, { recursive: true, force: true });
});
if (!isMounted) console.warn("SKIPPED: a full disk; only root on Linux can mount a small one to fill");

test.skipIf(!isMounted)(
  "on a full disk nothing half-made stays, the reason says what to do, and the site goes on",
  async () => {
    const folder = join(smallDisk, "backups");
    mkdirSync(folder);
    // Noise that no compression makes fit.
    await database.db.run(sql`
    insert into settings (name, value)
    select 'noise-' || n, to_jsonb(string_agg(md5(random()::text), ''))
    from generate_series(1, 100) n, generate_series(1, 1000) group by n`);
    const backups = backupsOf({ BACKUP_URL: pathToFileURL(folder).href });
    await expect(backups.make()).rejects.toThrow(
      `no backup was written to ${folder}: the disk is full: free some space there, or set BACKUP_URL to another place`,
    );
    expect(readdirSync(folder)).toEqual([]);
    expect((await backups.runs(1))[0]?.error).toContain("the disk is full");
    expect(await database.db.run(sql`delete from settings where name like 'noise-%'`)).toBe(100);
  },
);

import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createGzip } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemoIfEmpty } from "../../demo/index.ts";
import { testApp } from "../../testing/test-app.ts";
import { emptyDatabase } from "../../testing/test-database.ts";
import { migrate, readMigrations } from "../db/migrate.ts";
import { sql } from "../db/sql.ts";
import { jobs } from "../jobs/queue.ts";
import { dataFolder, digestOf } from "./backup.testing.ts";
import { checkTarget } from "./check-target.ts";
import { plainSeal } from "./chunk-seal.ts";
import { closeChunks } from "./chunks.ts";
import { folderStore, openFile } from "./folder-store.ts";
import { writeHeader } from "./header.ts";
import { inspectBackup } from "./inspect-backup.ts";
import { writePart } from "./parts.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const madeAt = new Date("2027-01-15T09:00:00Z");
const key = "a key that only this test knows";
const dataDir = dataFolder();
const folder = mkdtempSync(join(tmpdir(), "workshopsai-backups-"));
const store = folderStore(folder);
let url: string;
let before: Record<string, string>;
const closings: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const app = await testApp();
  closings.push(app.close);
  url = app.url;
  await seedDemoIfEmpty({ db: app.db, clock: app.clock, responses: app.features.responses });
  // What a text may hold that the format could trip over.
  await app.db.run(sql`update people set name = E'tab\tline\nback\\slash \\. "ł" 😀' where role = 'admin'`);
  await jobs.add(app.db, { name: "mail.deliver", payload: { to: "ł\n" }, key: "once", runAt: new Date("2030-01-01") });
  before = await digestOf(url);
  await store.save("plain", (target) => writeBackup({ databaseUrl: url, dataDir, madeAt }, target));
  await store.save("closed", (target) => writeBackup({ databaseUrl: url, dataDir, madeAt, key }, target));
}, 120_000);
afterAll(async () => {
  for (const close of closings) await close();
  for (const path of [dataDir, folder]) rmSync(path, { recursive: true, force: true });
});

const newFolder = () => mkdtempSync(join(tmpdir(), "workshopsai-restored-"));

async function newTarget() {
  const target = await emptyDatabase();
  return { db: target.db, databaseUrl: target.url, dataDir: newFolder() };
}

/** Restored once for all tests that only need something restored. */
let filled: Awaited<ReturnType<typeof newTarget>>;

const tablesIn = async (databaseUrl: string) => Object.keys(await digestOf(databaseUrl));

describe.each([
  ["closed", key],
  ["plain", undefined],
])("a %s backup", (name, withKey) => {
  test("gives back every row of every table, what is computed from them, promised work and the files", async () => {
    const target = await newTarget();
    const restored = await restoreBackup({ open: store.open(name), key: withKey }, target);
    filled = target;
    expect(await digestOf(target.databaseUrl)).toEqual(before);
    expect(restored).toMatchObject({ files: 3, madeAt: madeAt.toISOString() });
    expect(restored.tables.map((table) => table.name)).toEqual(Object.keys(before));
    expect(readFileSync(join(target.dataDir, "secret"), "utf8")).toBe("a secret of this installation alone\n");
    expect(statSync(join(target.dataDir, "secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(target.dataDir, "mail")).sort()).toEqual(["empty.eml", "łódź.eml"]);
    expect(readdirSync(target.dataDir).sort()).toEqual(["mail", "secret"]);
    const statistics = sql`select sum(enrolled_count) as enrolled from workshop_statistics`;
    expect((await target.db.one<{ enrolled: number }>(statistics)).enrolled).toBeGreaterThan(100);
    const queue = sql`select payload, key, run_at as "runAt" from graphile_worker._private_jobs`;
    expect(await target.db.many(queue)).toEqual([
      { payload: { to: "ł\n" }, key: "once", runAt: new Date("2030-01-01") },
    ]);
  });
});

test("what is restored goes on counting where it was, and its rules hold again", async () => {
  const target = filled;
  const insert = sql`insert into audit_log (at, action, subject_type, subject_id) values (now(), 'a', 'b', 'c') returning id`;
  const { last } = await target.db.one<{ last: number }>(sql`select max(id) as last from audit_log`);
  expect((await target.db.one<{ id: number }>(insert)).id).toBe(last + 1);
  await expect(target.db.run(sql`delete from people`)).rejects.toThrow("foreign key");
  await expect(target.db.run(sql`update questionnaire_versions set content = '{}'`)).rejects.toThrow("frozen");
});

test("a backup of an older version is restored as it was and then brought up to date", async () => {
  const old = await newTarget();
  const level = readMigrations().at(-3)?.name ?? "";
  await migrate({ url: old.databaseUrl, upTo: level });
  await old.db.run(sql`insert into settings (name, value) values ('old', '1')`);
  await store.save("old", (stream) => writeBackup({ ...old, madeAt }, stream));
  const target = await newTarget();
  await restoreBackup({ open: store.open("old"), key: undefined }, target);
  expect(await target.db.many(sql`select name from settings`)).toEqual([{ name: "old" }]);
  const applied = await target.db.many<{ name: string }>(sql`select name from schema_migrations order by name`);
  expect(applied.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name));
});

describe("refused, with the target untouched", () => {
  const path = join(folder, "bad");
  const whole = () => readFileSync(join(folder, "closed"));
  const flipped = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(at) ^ 0x10, at);
    return copy;
  };
  const attempt = (bytes: Buffer, target: { databaseUrl: string; dataDir: string }, withKey: string | undefined) => {
    writeFileSync(path, bytes);
    return restoreBackup({ open: openFile(path), key: withKey }, target);
  };

  test("what is cut short anywhere, or has one bit changed anywhere", async () => {
    for (const name of ["plain", "closed"]) {
      const bytes = readFileSync(join(folder, name));
      // Each look at a closed one costs a tenth of a second, which is what keys are guessed for.
      const count = name === "plain" ? 40 : 8;
      const places = Array.from({ length: count }, (_, index) => Math.floor((index / count) * bytes.length));
      for (const at of [...places, 16, 19, 20, 21, 65_536, bytes.length - 17, bytes.length - 16, bytes.length - 1]) {
        const reason = at < 16 ? "not a backup" : "damaged or not whole";
        const isRefused = (broken: Buffer) =>
          expect(
            inspectBackup(async () => Readable.from([broken]), key),
            `${name} at ${at}`,
          ).rejects.toThrow(reason);
        await Promise.all([isRefused(bytes.subarray(0, at)), isRefused(flipped(bytes, at))]);
      }
      const longer = Buffer.concat([bytes, Buffer.from("x")]);
      await expect(inspectBackup(async () => Readable.from([longer]), key)).rejects.toThrow("damaged");
    }
    const target = await newTarget();
    await expect(attempt(whole().subarray(0, -1), target, key)).rejects.toThrow("damaged");
    expect([await tablesIn(target.databaseUrl), readdirSync(target.dataDir)]).toEqual([[], []]);
  });

  test("what is sealed as it should be and packed wrongly inside", async () => {
    const header = writeHeader({
      product: "1.0.0",
      madeAt: madeAt.toISOString(),
      salt: "0".repeat(32),
      keyCheck: null,
    });
    const parts = async function* () {
      const nothing = { migrations: [], counters: [] };
      yield* writePart({ part: "manifest", product: "1.0.0", madeAt: "", postgresql: "17", ...nothing });
      yield* writePart({ part: "file", path: "noise", mode: 0o600 }, Readable.from([randomBytes(300_000)]));
    };
    const packed = await buffer(Readable.from(parts()).pipe(createGzip()));
    const sealed = closeChunks(Readable.from([packed.subarray(0, packed.length / 2)]), plainSeal(header));
    const bytes = Buffer.concat([header, await buffer(sealed)]);
    await expect(inspectBackup(async () => Readable.from([bytes]), undefined)).rejects.toThrow("damaged or not whole");
  });

  test("what is not ours, is of another format, or is closed with another key", async () => {
    const target = await newTarget();
    const header = { product: "9.9.9", madeAt: madeAt.toISOString(), salt: "0".repeat(32), keyCheck: null, format: 2 };
    const cases: [Buffer, string | undefined, string][] = [
      [Buffer.alloc(0), key, "not a backup of WorkshopsAI: choose another file"],
      [Buffer.from("-- PostgreSQL database dump\n".repeat(50)), key, "not a backup of WorkshopsAI"],
      [Buffer.alloc(100_000, 7), key, "not a backup of WorkshopsAI"],
      [writeHeader(header), key, "format 2 (of version 9.9.9) and this version reads format 1"],
      [whole(), undefined, "encrypted: set BACKUP_KEY"],
      [whole(), `${key}.`, "made with another key"],
    ];
    for (const [bytes, withKey, reason] of cases) {
      await expect(attempt(bytes, target, withKey)).rejects.toThrow(reason);
    }
    expect([await tablesIn(target.databaseUrl), readdirSync(target.dataDir)]).toEqual([[], []]);
  });

  test("what a newer version made, or one whose migrations are not these", async () => {
    const source = await emptyDatabase();
    await migrate({ url: source.url });
    const target = await newTarget();
    const backUp = () =>
      store.save("other", (stream) => writeBackup({ databaseUrl: source.url, dataDir, madeAt }, stream));
    await source.db.run(sql`insert into schema_migrations (name, checksum) values ('9999-later.sql', 'x')`);
    await backUp();
    await expect(restoreBackup({ open: store.open("other"), key }, target)).rejects.toThrow(
      "9999-later.sql, which is not in this version: update the product first",
    );
    await source.db.run(sql`delete from schema_migrations where name = '9999-later.sql'`);
    await source.db.run(sql`update schema_migrations set checksum = 'x' where name like '0003%'`);
    await backUp();
    await expect(restoreBackup({ open: store.open("other"), key }, target)).rejects.toThrow(
      "0003-search.sql is not the one",
    );
    expect([await tablesIn(target.databaseUrl), readdirSync(target.dataDir)]).toEqual([[], []]);
  });

  test("any backup, when something is there already, or when the product runs there", async () => {
    const source = { open: store.open("plain"), key: undefined };
    await expect(restoreBackup(source, { databaseUrl: url, dataDir: newFolder() })).rejects.toThrow(
      "in use by the product",
    );
    const foreign = await emptyDatabase();
    await foreign.db.run(sql`create table theirs (id int)`);
    await foreign.db.close();
    await expect(restoreBackup(source, { databaseUrl: foreign.url, dataDir: newFolder() })).rejects.toThrow(
      "not empty (theirs",
    );
    await filled.db.close();
    await expect(restoreBackup(source, filled)).rejects.toThrow(/not empty \(\w+ has rows\)/);
    const mixed = await newTarget();
    const theirs = dataFolder();
    writeFileSync(join(theirs, "mail", "empty.eml"), "theirs");
    await expect(restoreBackup(source, { ...mixed, dataDir: theirs })).rejects.toThrow("would be replaced by another");
    expect(await tablesIn(mixed.databaseUrl)).toEqual([]);
    // What the product makes by itself at its first look at the folder is not in the way.
    writeFileSync(join(mixed.dataDir, "secret"), "made at the start");
    await checkTarget(mixed, { level: "0001", files: [{ path: "secret", sha256: "other" }] });
  });
});

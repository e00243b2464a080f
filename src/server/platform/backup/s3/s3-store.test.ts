import { randomBytes } from "node:crypto";
import type { Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type S3Server, s3Keys, s3Region, startS3Server } from "../../../testing/s3-server.ts";
import { type TestDatabase, testDatabase } from "../../../testing/test-database.ts";
import { createLog } from "../../logging/log.ts";
import { fixedClock } from "../../time/clock.ts";
import { dataFolder } from "../backup.testing.ts";
import { backupName } from "../backup-store.ts";
import { createBackups } from "../backups.ts";
import { storeOf } from "../store-of.ts";
import { s3AddressOf } from "./s3-address.ts";

const clock = fixedClock("2027-01-15T09:00:00Z");
let service: S3Server;
beforeAll(async () => {
  service = await startS3Server("copies");
});
afterAll(() => service.close());
beforeEach(() => {
  service.objects.clear();
  service.asked.length = 0;
  service.failing = undefined;
});

const settingsFor = (bucket = "copies", secret = s3Keys.secretAccessKey) => ({
  BACKUP_URL: `s3://${bucket}/our/site?region=${s3Region}&endpoint=${service.url}`,
  ...{ DATA_DIR: "/nowhere", AWS_ACCESS_KEY_ID: s3Keys.accessKeyId, AWS_SECRET_ACCESS_KEY: secret },
});
const nameAt = (day: string) => backupName(new Date(`2027-01-${day}T02:15:00Z`));
const writing = (content: Buffer) => (target: Writable) => pipeline([content], target);

test("what is saved is listed with its size, comes back bit for bit, and goes", async () => {
  const store = storeOf(settingsFor());
  expect(store.place).toBe("s3://copies/our/site");
  // More than two parts, the last one short, written in pieces that fit none.
  const content = randomBytes(2 * 16 * 1024 * 1024 + 12_345);
  const pieces = async function* () {
    for (let at = 0; at < content.length; at += 1_000_003) yield content.subarray(at, at + 1_000_003);
  };
  const saved = await store.save(nameAt("14"), (target) => pipeline(pieces, target));
  expect(saved).toEqual({
    name: nameAt("14"),
    bytes: content.length,
    madeAt: new Date("2027-01-14T02:15:00Z"),
    isUnproven: false,
  });
  expect(service.asked.filter((line) => line.startsWith("PUT"))).toHaveLength(3);
  for (const day of ["11", "12", "13"]) await store.save(nameAt(day), writing(Buffer.from(day)));
  service.objects.set("our/site/theirs.txt", Buffer.from("kept out of it"));
  service.objects.set(`other/${nameAt("10")}`, Buffer.from("of another site"));
  expect((await store.list()).map(({ name }) => name)).toEqual(["14", "13", "12", "11"].map(nameAt));
  expect((await buffer(await store.open(nameAt("14"))())).equals(content)).toBe(true);
  await store.remove(nameAt("13"));
  expect((await store.list()).map(({ bytes }) => bytes)).toEqual([content.length, 2, 2]);
  await expect(store.open(nameAt("13"))()).rejects.toThrow("refuses (NoSuchKey): see that it is there");
  expect([...service.uploads.keys()]).toEqual([]);
});

test("one that is unproven is marked beside it, and its mark goes with it", async () => {
  const store = storeOf(settingsFor());
  for (const day of ["11", "12"]) await store.save(nameAt(day), writing(Buffer.from(day)));
  expect(await store.markUnproven(nameAt("11"))).toBe(nameAt("11"));
  expect((await store.list()).map(({ name, isUnproven }) => [name, isUnproven])).toEqual([
    [nameAt("12"), false],
    [nameAt("11"), true],
  ]);
  await store.remove(nameAt("11"));
  expect([...service.objects.keys()]).toEqual([`our/site/${nameAt("12")}`]);
});

test("nothing stays of one that broke off, whether the source or the service failed", async () => {
  const store = storeOf(settingsFor());
  const breaking = async function* () {
    yield randomBytes(17 * 1024 * 1024);
    throw new Error("the database went away");
  };
  await expect(store.save(nameAt("14"), (target) => pipeline(breaking, target))).rejects.toThrow("went away");
  service.failing = /partNumber/;
  const failed = store.save(nameAt("14"), writing(Buffer.from("x")));
  await expect(failed).rejects.toThrow("the bucket copies");
  expect([...service.objects.keys(), ...service.uploads.keys()]).toEqual([]);
  service.failing = /partNumber|DELETE/;
  const leaving = store.save(nameAt("14"), writing(Buffer.from("x")));
  await expect(leaving).rejects.toThrow("have a rule of the bucket remove unfinished uploads");
  service.uploads.clear();
}, 30_000);

test("a wrong key, another bucket and a service that is away are told with what to do", async () => {
  await expect(storeOf(settingsFor("copies", "another")).list()).rejects.toThrow(
    "refuses (SignatureDoesNotMatch): see that AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are right",
  );
  await expect(storeOf(settingsFor("not-there")).list()).rejects.toThrow("refuses (NoSuchBucket)");
  const away = { ...settingsFor(), BACKUP_URL: "s3://copies?endpoint=http://127.0.0.1:1" };
  await expect(storeOf(away).list()).rejects.toThrow("http://127.0.0.1:1 does not answer");
});

test("an address names a bucket, and a region or an endpoint", () => {
  expect(s3AddressOf("s3://copies?region=eu-central-1")).toEqual({
    ...{ bucket: "copies", prefix: "", region: "eu-central-1", endpoint: "https://s3.eu-central-1.amazonaws.com" },
  });
  const own = "s3://copies/a/b/?endpoint=https://s3.example.org/";
  expect(s3AddressOf(own)).toMatchObject({ prefix: "a/b/", region: "us-east-1", endpoint: "https://s3.example.org" });
  for (const wrong of ["", "?region=A", "/a b?region=x", "?region=x&key=y", "?endpoint=ftp://x"]) {
    expect(s3AddressOf(`s3://copies${wrong}`)).toBeUndefined();
  }
  expect(s3AddressOf("s3://k:s@copies?region=x")).toBeUndefined();
});

test("a whole backup goes there, is restored from there to check it, and supersedes older ones", async () => {
  const database: TestDatabase = await testDatabase();
  try {
    const settings = {
      ...{ ...settingsFor(), DATA_DIR: dataFolder(), DATABASE_DIRECT_URL: undefined, BACKUP_SCHEDULE: "off" },
      ...{ BACKUP_KEY: "a key that only this test knows", BACKUP_KEEP_DAILY: 1, BACKUP_KEEP_WEEKLY: 0 },
    };
    const log = createLog({ level: "silent", isPretty: false });
    const backups = createBackups({ settings, databaseUrl: database.url, db: database.db, clock, log });
    service.objects.set(`our/site/${nameAt("12")}`, Buffer.from("an old one"));
    const run = await backups.make();
    expect(run).toMatchObject({ place: "s3://copies/our/site", verifiedAt: clock.now(), error: null });
    expect((await backups.list()).map(({ name }) => name)).toEqual([run.name]);
  } finally {
    await database.close();
  }
}, 60_000);

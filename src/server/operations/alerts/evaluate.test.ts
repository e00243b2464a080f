import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { AppError } from "../../../shared/kernel/error.ts";
import type { HealthCheck } from "../../../shared/operations/health.ts";
import type { Readings } from "../../../shared/operations/readings.ts";
import { loadSettings } from "../../platform/config/settings.ts";
import type { Database } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";
import { jobs } from "../../platform/jobs/queue.ts";
import { runDueJobs } from "../../platform/jobs/worker.ts";
import { createLog } from "../../platform/logging/log.ts";
import { createMail } from "../../platform/mail/mail.ts";
import { fixedClock } from "../../platform/time/clock.ts";
import { testDatabase } from "../../testing/test-database.ts";
import { createAlerts } from "./alerts.ts";
import { startReceiver } from "./receiver.testing.ts";

const database = await testDatabase();
const receiver = await startReceiver();
const folder = mkdtempSync(join(tmpdir(), "alerts-"));
afterAll(async () => {
  await database.close();
  await receiver.close();
  rmSync(folder, { recursive: true });
});

const log = createLog({ level: "silent", isPretty: false });
const clock = fixedClock("2027-01-15T09:00:00Z");
const settings = loadSettings({
  APP_SECRET: "a secret that is only for tests, nothing else",
  ALERT_MAIL_TO: "ada@example.org, jan@example.org",
  ALERT_MAIL_SEVERITY: "critical",
  ALERT_LANGUAGE: "pl",
  ALERT_WEBHOOK_URL: receiver.url,
  ALERT_WEBHOOK_SECRET: `whsec_${Buffer.from("twenty-four bytes or more").toString("base64")}`,
  ALERT_WEBHOOK_ALLOW_PRIVATE: "1",
});
const mailOf = { smtpUrl: undefined, from: "WorkshopsAI <alerts@example.org>", folder };
const mail = createMail({ jobs, clock, settings: mailOf, appSecret: settings.APP_SECRET });

/** What the processes and checks say at the moment. */
const now = { freeMegabytes: 5_000, unhealthy: [] as string[], isDatabaseAway: false };
beforeEach(async () => {
  Object.assign(now, { freeMegabytes: 5_000, unhealthy: [], isDatabaseAway: false });
  receiver.received.length = 0;
  await database.db.run(sql`delete from alerts`);
  await database.db.run(sql`delete from graphile_worker._private_jobs`);
});

function report() {
  const names = ["database", "disk", "redis"];
  const checks = names.map(
    (name): HealthCheck => ({
      ...{ name, responseMs: 1, checkedAt: null, changedAt: null, lastError: null },
      status: now.unhealthy.includes(name) ? "unhealthy" : "healthy",
      figures: name === "disk" ? { freeBytes: now.freeMegabytes * 1024 * 1024 } : {},
    }),
  );
  return { status: "healthy" as const, checks };
}

const readings: Readings = {
  ...{ at: "2027-01-15T09:00:00Z", windowSeconds: 60, processes: 1 },
  requests: { perSecond: 0, errorRate: 0, p50Ms: null, p95Ms: null, p99Ms: null },
  cache: { hitRate: null, memoryBytes: 0 },
  database: { p95Ms: null },
  pool: { inUse: 0, waiting: 0, max: 10 },
  jobs: { waiting: 0, failed: 0, oldestSeconds: 0 },
  ...{ eventLoopP99Ms: 1, heapBytes: 1, heapLimitBytes: 100, rssBytes: 1, loginSessions: 0 },
};

/** The database, unless it is to be away. */
const db: Database = Object.create(database.db, {
  transaction: {
    value: (work: Parameters<Database["transaction"]>[0]) =>
      now.isDatabaseAway ? Promise.reject(new AppError("unavailable")) : database.db.transaction(work),
  },
});

const deps = { db, clock, jobs, mail, log, settings, health: { report }, metrics: { readings: async () => readings } };
/** As another process would have them. */
const processAlerts = () => createAlerts(deps);

async function look(alerts: ReturnType<typeof processAlerts>, minutes = 1) {
  clock.advance(minutes * 60_000);
  await alerts.evaluate();
}

async function runJobs() {
  // The clock of the tests is not the queue's.
  await database.db.run(sql`update graphile_worker._private_jobs set run_at = now()`);
  await runDueJobs({ url: database.url, jobs: [...mail.jobs, ...processAlerts().jobs], scheduled: [], log });
}

const kept = () =>
  database.db.many<{ type: string; sightings: number; isOver: boolean }>(
    sql`select type, sightings, resolved_at is not null as "isOver" from alerts order by first_seen_at, type`,
  );
const waiting = () => database.db.one<{ n: number }>(sql`select count(*) as n from graphile_worker._private_jobs`);
const events = () => receiver.received.map(({ body }) => JSON.parse(body).type);

test("several processes that look at the same time raise one alert and tell it once", async () => {
  now.freeMegabytes = 900;
  const processes = Array.from({ length: 6 }, processAlerts);
  await Promise.all(processes.map((alerts) => alerts.evaluate()));
  expect(await kept()).toEqual([{ type: "disk_free", sightings: 6, isOver: false }]);
  expect(await waiting()).toEqual({ n: 1 });
});

test("an alert is raised, updated, over by itself, and told twice: when it begins and when it ends", async () => {
  const alerts = processAlerts();
  now.freeMegabytes = 900;
  await look(alerts);
  now.freeMegabytes = 850;
  await look(alerts);
  now.freeMegabytes = 5_000;
  for (let minute = 0; minute < 12; minute++) await look(alerts);
  expect(await kept()).toEqual([{ type: "disk_free", sightings: 2, isOver: true }]);
  await runJobs();
  expect(events()).toEqual(["alert.raised", "alert.resolved"]);
  const [raised, resolved] = receiver.received.map(({ body }) => JSON.parse(body).data.alerts[0]);
  expect(raised).toMatchObject({
    type: "disk_free",
    severity: "warning",
    state: "raised",
    value: 900,
    threshold: 1024,
  });
  expect(raised.message).toContain("Na dysku zostało tylko 900 MB");
  expect(resolved).toMatchObject({ id: raised.id, state: "resolved", value: 850 });
});

test("what is critical goes to everybody by mail, in the language that was set; warnings only where they are wanted", async () => {
  const alerts = processAlerts();
  now.freeMegabytes = 100;
  await look(alerts);
  await runJobs();
  const [first, second, ...others] = await mail.listMessages();
  expect([[first?.to, second?.to].sort(), others]).toEqual([["ada@example.org", "jan@example.org"], []]);
  expect(first?.subject).toBe("[krytyczne] Kończy się miejsce na dysku");
  const letter = await mail.getMessage(first?.name ?? "");
  expect(letter?.text).toContain("Na dysku zostało tylko 100 MB (próg: 1024 MB)");
  expect(letter?.text).toContain("/studio/operations/alerts");
});

test("a receiver that fails twice gets it a third time, under the same id and with a fresh time", async () => {
  const alerts = processAlerts();
  now.freeMegabytes = 900;
  await look(alerts);
  receiver.answers.push({ status: 500 }, { status: 500 });
  for (let attempt = 0; attempt < 4; attempt++) {
    await runJobs();
    clock.advance(1_000);
  }
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  const times = receiver.received.map(({ headers }) => headers["webhook-timestamp"]);
  expect([ids.length, new Set(ids).size, new Set(times).size]).toEqual([3, 1, 3]);
  expect(await waiting()).toEqual({ n: 0 });
});

test("while the database is away those on call hear of it all the same, once, and once that it is back", async () => {
  const alerts = processAlerts();
  const mailsBefore = (await mail.listMessages()).length;
  await look(alerts);
  now.isDatabaseAway = true;
  receiver.answers.push({ status: 503 });
  for (let minute = 0; minute < 10; minute++) await look(alerts);
  expect(events()).toEqual(["alert.raised", "alert.raised"]);
  const [refused, taken] = receiver.received;
  expect(taken?.headers["webhook-id"]).toBe(refused?.headers["webhook-id"]);
  expect((await mail.listMessages()).length - mailsBefore).toBe(2);
  now.isDatabaseAway = false;
  for (let minute = 0; minute < 8; minute++) await look(alerts);
  expect(events().slice(2)).toEqual(["alert.resolved"]);
  expect(await kept()).toEqual([{ type: "health_check", sightings: 10, isOver: true }]);
});

test("that the queue stands still is told without the queue, which then has nothing left to tell", async () => {
  const alerts = createAlerts({
    ...deps,
    metrics: { readings: async () => ({ ...readings, jobs: { waiting: 9, failed: 0, oldestSeconds: 900 } }) },
  });
  await look(alerts);
  await look(alerts);
  expect([events(), await waiting()]).toEqual([["alert.raised"], { n: 0 }]);
});

test("when that fails too, the queue does it later, under the same id", async () => {
  const alerts = processAlerts();
  now.unhealthy = ["database"];
  receiver.answers.push({ status: 500 });
  await look(alerts);
  await look(alerts);
  expect(await waiting()).toEqual({ n: 1 });
  await runJobs();
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
});

test("readings that cannot be had are an alert of their own", async () => {
  const alerts = createAlerts({ ...deps, metrics: { readings: () => Promise.reject(new Error("no answer")) } });
  for (let minute = 0; minute < 4; minute++) await look(alerts);
  expect(await kept()).toEqual([{ type: "readings_unavailable", sightings: 4, isOver: false }]);
});

test("alerts are kept for 90 days after they are over, and open ones for as long as they are open", async () => {
  const alerts = processAlerts();
  const purge = async () => alerts.scheduled.find(({ name }) => name === "alerts.purge")?.run();
  now.freeMegabytes = 900;
  await look(alerts);
  now.freeMegabytes = 5_000;
  now.unhealthy = ["redis"];
  for (let minute = 0; minute < 12; minute++) await look(alerts);
  clock.advance(89 * 86_400_000);
  await purge();
  expect((await kept()).map(({ type }) => type)).toEqual(["disk_free", "health_check"]);
  clock.advance(2 * 86_400_000);
  await purge();
  expect((await kept()).map(({ type }) => type)).toEqual(["health_check"]);
});

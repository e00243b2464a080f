import { once } from "node:events";
import { type AddressInfo, createServer, type Server as MailServer, type Socket } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sql } from "../../src/server/platform/db/sql.ts";
import { type TestDatabase, testDatabase } from "../../src/server/testing/test-database.ts";
import { operationsMessages } from "../../src/web/i18n/operations.ts";
import { describeInBrowser, launchBrowser, openVisitor } from "./browser.ts";
import { type Server, startServer } from "./server.ts";
import { signedInCookie } from "./site.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const patience = { timeout: 30_000 };

/** Takes mail servers' connections and says nothing, so that whoever sends a mail waits. */
let mailServer: MailServer;
const senders: Socket[] = [];
let database: TestDatabase;
let server: Server | undefined;
beforeAll(async () => {
  database = await testDatabase();
  mailServer = createServer((socket) => {
    senders.push(socket.on("error", () => undefined));
  }).listen(0, "127.0.0.1");
  await once(mailServer, "listening");
});
afterAll(async () => {
  for (const sender of senders) sender.destroy();
  await server?.stop();
  mailServer.close();
  await database.close();
});

/** Holds every person's row, so that whoever changes one waits. */
async function holdPeople() {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let locked: () => void = () => undefined;
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const done = database.db.transaction(async (tx) => {
    await tx.run(sql`select id from people for update`);
    locked();
    await released;
  });
  await isLocked;
  return {
    async release() {
      release();
      await done;
    },
  };
}

async function waitingForLocks(): Promise<number> {
  const { n } = await database.db.one<{ n: number }>(sql`
    select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return n;
}

const jobs = () =>
  database.db.many<{ attempts: number; isLocked: boolean }>(
    sql`select attempts, locked_by is not null as "isLocked" from graphile_worker._private_jobs`,
  );
const start = (settings: Record<string, string> = {}, port?: number) =>
  startServer({
    ...(port === undefined ? {} : { port }),
    settings: {
      ...settings,
      ...{
        NODE_ENV: "test",
        DEMO: "0",
        DATABASE_URL: database.url,
        DB_POOL_MAX: "5",
        APP_SECRET: "the same for both, of 32 characters or more",
      },
      ...{ SMTP_URL: `smtp://127.0.0.1:${(mailServer.address() as AddressInfo).port}`, MAIL_FROM: "site@example.org" },
    },
  });

test("a job runs in a process that is about to be killed", async () => {
  server = await start();
  const body = JSON.stringify({ name: "Reader", email: "reader@example.org", password: "seven green bicycles" });
  const headers = { "content-type": "application/json" };
  const registered = await fetch(`${server.url}/api/v1/account/register`, { method: "POST", headers, body });
  expect(registered.status).toBeLessThan(300);
  await expect.poll(jobs, { timeout: 30_000 }).toEqual([{ attempts: 1, isLocked: true }]);
});

/** The next process, where the first one was, once that has been killed. */
let successor: Promise<Server> | undefined;
let attemptsBefore = 0;
async function kill(): Promise<void> {
  // A mail that hangs for long is given up and tried again: killed is who just tries.
  await expect.poll(jobs, { timeout: 60_000 }).toMatchObject([{ isLocked: true }]);
  await server?.kill();
  const [job] = await jobs();
  expect(job?.isLocked).toBe(true);
  attemptsBefore = job?.attempts ?? 0;
}
function startAgain(): Promise<Server> {
  successor ??= start({ DRAIN_SECONDS: "2" }, Number(new URL((server as Server).url).port));
  return successor;
}

describeInBrowser("the operations page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test("says that its figures stand still when the site is gone, and goes on by itself when it is back", async () => {
    const { context, page } = await openVisitor(browser, server as Server, { language: "en", viewport: "desktop" });
    const [name = "", value = ""] = (await signedInCookie(database.db, "admin")).split("=");
    await context.addCookies([{ name, value, url: (server as Server).url }]);
    await page.goto("/studio/operations");
    const { live } = operationsMessages.en;
    const lost = page.getByText(live.lostTitle);
    const timeOf = async () => /\d+:\d\d:\d\d/.exec((await page.locator(".live-line").textContent()) ?? "")?.[0];
    await expect.poll(timeOf, patience).toBeDefined();
    const before = (await timeOf()) ?? "";

    await kill();
    await lost.waitFor(patience);
    expect(await page.getByRole("status").filter({ hasText: live.lostTitle }).count()).toBe(1);
    expect(await page.locator(".panels[data-outdated]").count()).toBe(1);

    server = await startAgain();
    await lost.waitFor({ ...patience, state: "detached" });
    await expect.poll(async () => ((await timeOf()) ?? "") > before, patience).toBe(true);
    expect(await page.locator(".panels[data-outdated]").count()).toBe(0);
  });
});

test("a job that ran in a process that was killed runs again in the next one", async () => {
  if (!successor) await kill();
  server = await startAgain();
  const isTriedAgain = async () => {
    const [job] = await jobs();
    return job?.isLocked && job.attempts > attemptsBefore;
  };
  await expect.poll(isTriedAgain, { timeout: 60_000, interval: 200 }).toBe(true);
});

test("asked to stop under load it is not ready at once, answers what it has begun, and is gone within ten seconds", async () => {
  const { url, stop } = server as Server;
  const cookie = await signedInCookie(database.db, "admin");
  const figures = await fetch(`${url}/api/v1/studio/operations/live`, { headers: { cookie } });
  const stream = figures.body?.getReader();
  expect((await stream?.read())?.done).toBe(false);
  const held = await holdPeople();
  const headers = { "content-type": "application/json", cookie };
  const slow = fetch(`${url}/api/v1/me/profile`, { method: "PATCH", headers, body: '{"name":"Renamed"}' });
  await expect.poll(waitingForLocks, { timeout: 30_000 }).toBe(1);

  const askedAt = performance.now();
  const ended = stop();
  await expect.poll(async () => (await fetch(`${url}/ready`)).status, { timeout: 1_900, interval: 10 }).toBe(503);
  // Not only those that came before: whoever still comes while balancers turn away.
  const late = await fetch(`${url}/en/workshops`);
  expect([late.status, late.headers.get("connection")]).toEqual([200, "close"]);
  await held.release();
  expect((await slow).status).toBe(200);
  while (!(await stream?.read())?.done);
  expect(await ended).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(10_000);
  // The mail that hung is in the queue again, for whoever comes next.
  expect(await jobs()).toEqual([{ attempts: expect.any(Number), isLocked: false }]);
});

test("a process that only works has probes and metrics of its own, and no pages", async () => {
  await database.db.run(sql`update graphile_worker._private_jobs set run_at = now()`);
  server = await start({ ROLES: "worker,scheduler" });
  const { url } = server;
  const ask = async (path: string) => (await fetch(`${url}${path}`)).status;
  expect([await ask("/health"), await ask("/ready"), await ask("/")]).toEqual([200, 200, 404]);
  expect(server.printed).not.toContain("/studio");
  await expect.poll(jobs, { timeout: 60_000, interval: 200 }).toMatchObject([{ isLocked: true }]);
  const scraped = await (await fetch(`${url}/metrics`)).text();
  expect(scraped).toMatch(/^workshopsai_build_info\{/m);
  expect(scraped).toContain("workshopsai_jobs");
  const ended = server.stop();
  // The job that hangs keeps it; meanwhile it says that it is going.
  await expect.poll(() => ask("/ready"), { timeout: 7_000, interval: 10 }).toBe(503);
  expect(await ask("/health")).toBe(200);
  // The mail server goes, and with it the job.
  for (const sender of senders) sender.destroy();
  expect(await ended).toBe(0);
});

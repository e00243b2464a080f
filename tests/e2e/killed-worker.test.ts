import { once } from "node:events";
import { type AddressInfo, createServer, type Server as MailServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sql } from "../../src/server/platform/db/sql.ts";
import { type TestDatabase, testDatabase } from "../../src/server/testing/test-database.ts";
import { type Server, startServer } from "./server.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

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

const jobs = () =>
  database.db.many(sql`select attempts, locked_by is not null as "isLocked" from graphile_worker._private_jobs`);
const start = () =>
  startServer({
    settings: {
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

test("a job that ran in a process that was killed runs again in the next one", async () => {
  server = await start();
  const body = JSON.stringify({ name: "Reader", email: "reader@example.org", password: "seven green bicycles" });
  const headers = { "content-type": "application/json" };
  const registered = await fetch(`${server.url}/api/v1/account/register`, { method: "POST", headers, body });
  expect(registered.status).toBeLessThan(300);
  await expect.poll(jobs, { timeout: 30_000 }).toEqual([{ attempts: 1, isLocked: true }]);
  await server.kill();
  expect(await jobs()).toEqual([{ attempts: 1, isLocked: true }]);

  server = await start();
  await expect.poll(jobs, { timeout: 60_000, interval: 200 }).toEqual([{ attempts: 2, isLocked: true }]);
});

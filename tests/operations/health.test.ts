import { rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { afterAll, expect, test, vi } from "vitest";
import { startRedis } from "../../src/server/testing/redis.ts";
import { describeWith } from "../../src/server/testing/services.ts";
import { testApp } from "../../src/server/testing/test-app.ts";
import { operationsContract } from "../../src/shared/operations/contract.ts";

const patience = { timeout: 10_000, interval: 100 };
const app = await testApp({ settings: { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "site@example.org" } });
afterAll(() => app.close());

test("an admin sees every check with what it found; the others may not", async () => {
  const admin = await app.as("admin");
  const { status, checks, ...of } = await admin.ok(operationsContract.getHealth);
  expect(of).toEqual({ machine: hostname(), processes: [process.pid], missing: 0 });
  const statuses = Object.fromEntries(checks.map((check) => [check.name, check.status]));
  expect(statuses).toMatchObject({
    database: "healthy",
    redis: "off",
    jobs: "healthy",
    mail: "degraded",
    storage: "healthy",
    statistics: "healthy",
    backup: "healthy",
    heap: "healthy",
  });
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(["disk", "event-loop"]));
  expect(status).toBe("degraded");
  expect(checks.find(({ name }) => name === "mail")?.lastError?.message).toContain("ECONNREFUSED");
  expect((await (await app.as("editor")).call(operationsContract.getHealth)).status).toBe(403);
});

describeWith("redis")("Redis", () => {
  test("is healthy while it answers, and degrades the site while it is away", async () => {
    const redis = await startRedis();
    const site = await testApp({ databaseUrl: app.url, settings: { REDIS_URL: redis.url } });
    const seen = async () => {
      const { checks } = await site.app.monitoring.health.checkNow();
      return checks.find(({ name }) => name === "redis");
    };
    await vi.waitFor(async () => expect(await seen()).toMatchObject({ status: "healthy", lastError: null }), patience);
    await redis.kill();
    const away = { status: "degraded", lastError: { message: expect.any(String) } };
    await vi.waitFor(async () => expect(await seen()).toMatchObject(away), patience);
    await site.close();
    await redis.stop();
  });
});

test("statistics that nobody makes anew are told of, and the job that does writes down when", async () => {
  const ageOf = async () => {
    const { checks } = await app.app.monitoring.health.checkNow();
    return checks.find(({ name }) => name === "statistics");
  };
  app.clock.advance(3 * 60 * 60_000);
  expect(await ageOf()).toMatchObject({ status: "degraded", figures: { ageSeconds: 3 * 60 * 60 } });
  await app.app.scheduled.find(({ name }) => name === "catalogue.refreshStatistics")?.run();
  expect(await ageOf()).toMatchObject({ status: "healthy", figures: { ageSeconds: 0 } });
});

test("a folder that nothing can be written to is told of", async () => {
  const folder = app.dataDir;
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(folder, "a file where the folder was");
  const { checks } = await app.app.monitoring.health.checkNow();
  rmSync(folder);
  expect(checks.find(({ name }) => name === "storage")).toMatchObject({ status: "unhealthy" });
});

test("whether the process lives and may take traffic hangs on nobody's login session", async () => {
  const { cookie } = await app.as("admin");
  const askedFor = vi.spyOn(app.db.reads, "maybe");
  for (const url of ["/health", "/ready", "/metrics"]) {
    expect((await app.anonymous.request({ url, headers: { cookie } })).status).toBe(200);
  }
  const texts = askedFor.mock.calls.map(([statement]) => statement.text);
  askedFor.mockRestore();
  expect(texts.filter((text) => text.includes("from login_sessions where token"))).toEqual([]);
});

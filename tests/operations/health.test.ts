import { rmSync, writeFileSync } from "node:fs";
import { afterAll, expect, test, vi } from "vitest";
import { testApp } from "../../src/server/testing/test-app.ts";
import { operationsContract } from "../../src/shared/operations/contract.ts";

const app = await testApp({ settings: { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "site@example.org" } });
afterAll(() => app.close());

test("an admin sees every check with what it found; the others may not", async () => {
  const admin = await app.as("admin");
  const { status, checks } = await admin.ok(operationsContract.getHealth);
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

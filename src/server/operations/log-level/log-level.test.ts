import { afterAll, expect, test, vi } from "vitest";
import { operationsContract as contract } from "../../../shared/operations/contract.ts";
import { sql } from "../../platform/db/sql.ts";
import { createLog } from "../../platform/logging/log.ts";
import { type TestApp, testApp } from "../../testing/test-app.ts";
import { resetLogLevelFor } from "../index.ts";

vi.setConfig({ testTimeout: 30_000 });
const soon = { timeout: 10_000 };
const started: TestApp[] = [];
afterAll(async () => {
  for (const each of started.reverse()) await each.close();
});

/** One process, on one machine or another; those after the first share its database. */
async function process() {
  const log = createLog({ level: "warn", isPretty: false, destination: { write: () => undefined } });
  const [first] = started;
  const site = await testApp({ log, ...(first ? { databaseUrl: first.url } : {}) });
  started.push(site);
  await site.app.stay();
  return { site, log };
}

test("every process of the installation switches, one that starts meanwhile too, and the audit log knows who", async () => {
  const asked = await process();
  const elsewhere = await process();
  const admin = await asked.site.as("admin");
  const wanted = { level: "debug", minutes: 30 } as const;
  const inForce = { level: "debug", until: "2027-01-15T09:30:00.000Z" };
  expect(await admin.ok(contract.changeLogLevel, { body: wanted })).toEqual(inForce);
  await vi.waitFor(() => expect([asked.log.level, elsewhere.log.level]).toEqual(["debug", "debug"]), soon);
  const later = await process();
  expect(later.log.level).toBe("debug");
  const entries = sql`select actor_id as "actorId", details from audit_log where action = 'logLevel.changed'`;
  expect(await asked.site.db.many(entries)).toEqual([{ actorId: admin.personId, details: wanted }]);

  const { db, clock, app } = asked.site;
  await resetLogLevelFor({ db, clock, cache: app.cache }, null);
  await vi.waitFor(
    () => expect([asked, elsewhere, later].map(({ log }) => log.level)).toEqual(["warn", "warn", "warn"]),
    soon,
  );
});

test("a process that starts after its time logs what the settings say", async () => {
  const [first] = started;
  const admin = await first?.as("admin");
  await admin?.ok(contract.changeLogLevel, { body: { level: "trace", minutes: 1 } });
  // The clock of a new process stands at the start of the first.
  await first?.db.run(
    sql`update settings set value = value || '{"until": "2027-01-15T08:59:59Z"}' where name = 'log.level'`,
  );
  expect((await process()).log.level).toBe("warn");
});

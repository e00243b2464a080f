import { afterAll, beforeEach, expect, test } from "vitest";
import { operationsContract as contract } from "../../../shared/operations/contract.ts";
import { sql } from "../../platform/db/sql.ts";
import { testApp } from "../../testing/test-app.ts";

const { app, db, clock, as, runJobs, mails, close } = await testApp({
  // More free megabytes than any disk has: the alert is there whatever machine this is.
  settings: { ALERT_DISK_FREE_MB: "1000000000", ALERT_FAILED_JOBS: "1", ALERT_MAIL_TO: "oncall@example.org" },
});
afterAll(close);
const admin = await as("admin", "Ada");

beforeEach(() => db.run(sql`delete from alerts`));

/** Alerts as the rules make them, the first one the oldest. */
async function insertAlerts(count: number, given: { severity?: string; isOver?: boolean } = {}): Promise<string[]> {
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  for (const [index, id] of ids.entries()) {
    clock.advance(60_000);
    const at = clock.now();
    await db.run(sql`
      insert into alerts (id, type, subject, severity, value, threshold, first_seen_at, raised_at, updated_at, resolved_at)
      values (${id}, 'response_time_p95', ${`${given.severity}-${index}`}, ${given.severity ?? "warning"}, 812, 400, ${at},
        ${at}, ${at}, ${given.isOver ? at : null})`);
  }
  return ids;
}

const acknowledge = (alertId: string, client = admin) =>
  client.call(contract.acknowledgeAlert, { params: { alertId } });

test("they are listed newest first, page by page, in the reader's language", async () => {
  const ids = await insertAlerts(5);
  const first = await admin.ok(contract.listAlerts, { query: { limit: 3 } });
  const second = await admin.ok(contract.listAlerts, { query: { limit: 3, cursor: first.nextCursor ?? "" } });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
  expect([first.total, second.nextCursor]).toEqual([5, null]);
  expect(first.items[0]?.message).toContain("5 of 100 answers take longer than 812 ms (limit 400 ms)");
  const polish = await admin.ok(contract.listAlerts, { headers: { "accept-language": "pl" } });
  expect(polish.items[0]?.message).toContain("5 na 100 odpowiedzi");
});

test("they can be asked for by state and severity; suspicions are not shown", async () => {
  const [open = ""] = await insertAlerts(1, { severity: "critical" });
  const [taken = ""] = await insertAlerts(1);
  const [over = ""] = await insertAlerts(1, { severity: "info", isOver: true });
  await db.run(sql`
    insert into alerts (id, type, severity, first_seen_at, updated_at)
    values (${crypto.randomUUID()}, 'heap', 'warning', ${clock.now()}, ${clock.now()})`);
  await acknowledge(taken);
  const idsOf = async (query: object) => (await admin.ok(contract.listAlerts, { query })).items.map(({ id }) => id);
  expect(await idsOf({ state: "raised" })).toEqual([open]);
  expect(await idsOf({ state: "acknowledged" })).toEqual([taken]);
  expect(await idsOf({ state: "resolved" })).toEqual([over]);
  expect(await idsOf({ severity: "critical" })).toEqual([open]);
  expect(await idsOf({})).toEqual([over, taken, open]);
});

test("who acknowledges one is shown and audited, and stays when somebody else does so too", async () => {
  const [id = ""] = await insertAlerts(1);
  const answer = await acknowledge(id);
  const at = clock.now().toISOString();
  expect(answer.body).toMatchObject({ id, state: "acknowledged", acknowledgedBy: "Ada", acknowledgedAt: at });
  clock.advance(60_000);
  const again = await acknowledge(id, await as("admin", "Jan"));
  expect(again.body).toMatchObject({ acknowledgedBy: "Ada", acknowledgedAt: at });
  const entries = await db.many(sql`
    select actor_id as "actorId", action, details from audit_log where subject_type = 'alert' and subject_id = ${id}`);
  const details = { type: "response_time_p95", severity: "warning" };
  expect(entries).toEqual([{ actorId: admin.personId, action: "alert.acknowledged", details }]);
});

test("what is over, or was never there, cannot be acknowledged", async () => {
  const [over = ""] = await insertAlerts(1, { isOver: true });
  expect(await acknowledge(over)).toMatchObject({ status: 409, problem: { code: "invalid_transition" } });
  expect(await acknowledge(crypto.randomUUID())).toMatchObject({ status: 404, problem: { code: "not_found" } });
});

test("a job that has failed for good is told to those on call and shown in the studio", async () => {
  await db.run(sql`select graphile_worker.add_job('nobody.knows.it', max_attempts => 1)`);
  await db.run(sql`update graphile_worker._private_jobs set attempts = 1`);
  await app.alerts.evaluate();
  const { items } = await admin.ok(contract.listAlerts);
  expect(items).toMatchObject([{ type: "failed_jobs", state: "raised", value: 1, threshold: 1, sightings: 1 }]);
  await runJobs();
  expect(await mails()).toMatchObject([{ to: "oncall@example.org", subject: "[warning] Jobs have failed" }]);
});

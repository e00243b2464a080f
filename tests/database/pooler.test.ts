import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../../src/server/platform/db/migrate.ts";
import { sql } from "../../src/server/platform/db/sql.ts";
import { job } from "../../src/server/platform/jobs/jobs.ts";
import { jobs } from "../../src/server/platform/jobs/queue.ts";
import { migrateJobs, startWorker } from "../../src/server/platform/jobs/worker.ts";
import { createLog } from "../../src/server/platform/logging/log.ts";
import { publishedWorkshop } from "../../src/server/testing/published-workshop.ts";
import { describeWith } from "../../src/server/testing/services.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { catalogueContract } from "../../src/shared/catalogue/contract.ts";
import { enrolmentContract } from "../../src/shared/enrolment/contract.ts";
import { type Pooler, startPooler } from "./pooler.ts";
import { type ScratchCluster, startScratchCluster } from "./scratch-cluster.ts";
import { freePort } from "./start-program.ts";

describeWith("pgbouncer", "postgresql")("behind PgBouncer in transaction mode, on two connections", () => {
  let cluster: ScratchCluster;
  let pooler: Pooler;
  let app: TestApp;

  beforeAll(async () => {
    cluster = await startScratchCluster({
      settings: { listen_addresses: "127.0.0.1", port: String(await freePort()) },
    });
    await migrate({ url: cluster.url });
    await migrateJobs(cluster.url);
    pooler = await startPooler(cluster);
    const settings = { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: cluster.url, DB_POOLER: "transaction" };
    app = await testApp({ databaseUrl: pooler.url, settings });
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await pooler?.stop();
    await cluster?.stop();
  });

  test("thirty people enrol and read at once, and the seats are right", async () => {
    const editor = await app.as("editor");
    const { id, slugs } = await publishedWorkshop(app, editor, { changes: { capacity: 10 } });
    const people = await Promise.all(Array.from({ length: 30 }, () => app.as("participant")));
    const statuses = await Promise.all(
      people.map(async (person) => {
        await person.ok(catalogueContract.listWorkshops, { query: { q: "mediation", lang: "en" } });
        const input = { params: { workshopId: id }, body: { isConfirmed: true } };
        const { status } = await person.ok(enrolmentContract.enrol, input);
        await person.ok(enrolmentContract.listMyEnrolments);
        await person.ok(catalogueContract.getWorkshop, { params: { slug: slugs.en ?? "" }, query: { lang: "en" } });
        return status;
      }),
    );
    expect(statuses.filter((status) => status === "confirmed")).toHaveLength(10);
    expect(statuses.filter((status) => status === "waitlisted")).toHaveLength(20);
  });

  test("the time limits hold inside of transactions", async () => {
    const limits = await app.db.transaction((tx) =>
      tx.one(sql`select current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as idle`),
    );
    expect(limits).toEqual({ statement: "30s", idle: "1min" });
    // And they do not stay on the connection for whoever has it next.
    expect(await app.db.one(sql`select current_setting('statement_timeout') as statement`)).toEqual({ statement: "0" });
  });

  test("nothing is prepared under a name", async () => {
    const seen = await Promise.all(
      Array.from({ length: 20 }, (_, n) => app.db.reads.many(sql`select name, ${n}::int from pg_prepared_statements`)),
    );
    expect(seen.flat()).toEqual([]);
  });

  test("jobs that were added through it run, on the direct connection", async () => {
    const done: number[] = [];
    const note = job<{ n: number }>("note", async ({ n }) => void done.push(n));
    const log = createLog({ level: "silent", isPretty: false });
    const worker = await startWorker({ url: cluster.url, jobs: [note], scheduled: [], log });
    await app.db.transaction((tx) => jobs.add(tx, { name: "note", payload: { n: 7 } }));
    await expect.poll(() => done, { timeout: 5_000 }).toEqual([7]);
    await worker.stop({ withinMs: 5_000 });
  });
});

import { sql } from "../../../src/server/platform/db/sql.ts";
import type { TestApp } from "../../../src/server/testing/test-app.ts";
import { newId } from "../../../src/shared/kernel/id.ts";
import { operationsContract as contract } from "../../../src/shared/operations/contract.ts";
import { ofNobody, specimen } from "./specimen.ts";

/** The name of a message that has been sent. */
async function messageName({ db, features: { mail }, runJobs }: TestApp): Promise<string> {
  const [sent] = await mail.listMessages();
  if (sent) return sent.name;
  await mail.enqueue(db, { to: "somebody@example.org", subject: "Hello", text: "A letter.", language: "en" });
  await runJobs();
  const [first] = await mail.listMessages();
  if (!first) throw new Error("the message was not sent");
  return first.name;
}

/** The id of a job that waits. */
async function waitingJob({ db }: TestApp): Promise<string> {
  const added = sql`select id::text as id from graphile_worker.add_job('waits', run_at => now() + interval '1 day')`;
  return (await db.one<{ id: string }>(added)).id;
}

/** The number of a statement that the database has counted. */
async function countedStatement({ db }: TestApp): Promise<string> {
  const counted = sql`
    select queryid::text as id from pg_stat_statements
    where dbid = (select oid from pg_database where datname = current_database()) and query like 'select%' limit 1`;
  return (await db.one<{ id: string }>(counted)).id;
}

/** An alert that nobody has acknowledged. */
async function alertId({ db, clock }: TestApp): Promise<string> {
  const id = newId();
  await db.run(sql`
    insert into alerts (id, type, subject, severity, first_seen_at, raised_at, updated_at)
    values (${id}, 'health_check', ${id}, 'warning', ${clock.now()}, ${clock.now()}, ${clock.now()})`);
  return id;
}

const alone = { relations: ofNobody };

export const operationsSpecimens = [
  ...[
    contract.getCacheState,
    contract.getHealth,
    contract.getLiveFigures,
    contract.listAlerts,
    contract.listCacheTags,
    contract.listMessages,
    contract.listSlowRequests,
    contract.getDatabase,
    contract.listStatements,
    contract.listJobs,
    contract.listSettings,
    contract.listAuditEntries,
    contract.listAuditActions,
    contract.exportAuditEntries,
  ].map((endpoint) => specimen(endpoint, async () => ({ input: {} }), alone)),
  specimen(contract.getMessage, async ({ app }) => ({ input: { params: { name: await messageName(app) } } }), alone),
  specimen(
    contract.acknowledgeAlert,
    async ({ app }) => ({ input: { params: { alertId: await alertId(app) } } }),
    alone,
  ),
  specimen(contract.changeLogLevel, async () => ({ input: { body: { level: "info" as const, minutes: 1 } } }), alone),
  specimen(contract.clearCache, async () => ({ input: { body: { tag: "workshops" } } }), alone),
  specimen(contract.retryJob, async ({ app }) => ({ input: { params: { jobId: await waitingJob(app) } } }), alone),
  specimen(
    contract.getStatementPlan,
    async ({ app }) => ({ input: { params: { statementId: await countedStatement(app) } } }),
    alone,
  ),
];

import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../../testing/test-database.ts";
import { sql } from "../db/sql.ts";
import { createLog } from "../logging/log.ts";
import { job } from "./jobs.ts";
import { jobs } from "./queue.ts";
import { startWorker } from "./worker.ts";

const database = await testDatabase();
afterAll(database.close);
const log = createLog({ level: "silent", isPretty: false });

/** A worker whose only job, `long`, is under way and ends when told to. */
async function withJobUnderWay() {
  let finish: () => void = () => undefined;
  let hasBegun = false;
  let isDone = false;
  const long = job("long", async () => {
    hasBegun = true;
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    isDone = true;
  });
  const worker = await startWorker({ url: database.url, jobs: [long], scheduled: [], log, concurrency: 1 });
  await jobs.add(database.db, { name: "long", payload: {} });
  while (!hasBegun) await delay(10);
  return { worker, finish: () => finish(), isDone: () => isDone };
}

const queue = () =>
  database.db.many<{ isLocked: boolean; attempts: number; error: string | null }>(
    sql`select locked_at is not null as "isLocked", attempts, last_error as error from graphile_worker._private_jobs`,
  );

test("a job that runs when the process stops is finished", async () => {
  const { worker, finish, isDone } = await withJobUnderWay();
  const stopped = worker.stop({ withinMs: 60_000 });
  finish();
  await stopped;
  expect([isDone(), await queue()]).toEqual([true, []]);
});

test("one that does not end in time goes back to the queue, for the next process to do", async () => {
  const { worker } = await withJobUnderWay();
  await worker.stop({ withinMs: 50 });
  expect(await queue()).toEqual([{ isLocked: false, attempts: 1, error: expect.stringContaining("stopped") }]);
});

test("jobs of a queue that is gone run again; those of queues that live, however long they take, do not", async () => {
  await database.db.run(sql`delete from graphile_worker._private_jobs`);
  const { worker, finish } = await withJobUnderWay();
  const gone = sql`
    insert into graphile_worker._private_jobs (task_id, payload, attempts, locked_at, locked_by)
    select id, '{}', 1, now(), 'pool-gone' from graphile_worker._private_tasks where identifier = 'long'
    returning id::text`;
  const { id } = await database.db.one<{ id: string }>(gone);
  const ran: string[] = [];
  const other = await startWorker({
    url: database.url,
    jobs: [job("long", async () => void ran.push("again"))],
    scheduled: [],
    log,
    lookEveryMs: 20,
  });
  while (ran.length === 0) await delay(10);
  const left = () =>
    database.db.many<{ id: string }>(sql`select id::text from graphile_worker._private_jobs where id = ${id}::bigint`);
  while ((await left()).length > 0) await delay(10);
  expect(ran).toEqual(["again"]);
  expect((await queue()).filter(({ isLocked }) => isLocked)).toHaveLength(1);
  finish();
  await Promise.all([worker.stop({ withinMs: 60_000 }), other.stop({ withinMs: 60_000 })]);
  expect(ran).toEqual(["again"]);
});

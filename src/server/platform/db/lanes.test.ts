import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { createDatabase, type Db } from "./database.ts";
import { sql } from "./sql.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
  await database.db.run(sql`create table seats (id int primary key)`);
  await database.db.run(sql`insert into seats (id) values (1), (2)`);
});
afterAll(() => database.close());

/** On a busy machine connecting takes its time. */
const patienceMs = 10_000;
const backend = sql`select pg_backend_pid() as pid`;
const pidOf = async (db: Db) => (await db.one<{ pid: number }>(backend)).pid;

const whoAnswers = sql`select pg_backend_pid() as pid, current_setting('default_transaction_read_only') = 'on' as "isLane"`;

/** Reads that find no lane yet are answered by the pool; this waits until no read is, and gives the lanes' processes. */
async function settled(db: Db, lanes = 2): Promise<number[]> {
  let found: number[] = [];
  const look = async () => {
    const reads = Array.from({ length: 20 }, () => db.one<{ pid: number; isLane: boolean }>(whoAnswers));
    const answers = await Promise.all(reads);
    found = [...new Set(answers.map(({ pid }) => pid))];
    return answers.every(({ isLane }) => isLane) ? found.length : "the pool answers";
  };
  await expect.poll(look, { timeout: patienceMs }).toBe(lanes);
  return found;
}

test("lanes keep many reads in flight on few connections, each with its own answer", async () => {
  const db = createDatabase({ url: database.url, poolMax: 1 });
  const lanes = await settled(db.reads);
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, n) =>
      db.reads.one<{ n: number; pid: number }>(sql`select ${n}::int as n, pg_backend_pid() as pid`),
    ),
  );
  expect(answers.map(({ n }) => n)).toEqual(Array.from({ length: 500 }, (_, n) => n));
  const processes = new Set(answers.map(({ pid }) => pid));
  for (const lane of lanes) expect(processes).toContain(lane);
  await db.close();
});

test("lanes are opened only as they are needed: one after the other, by reads that come at once", async () => {
  const fresh = await emptyDatabase();
  const db = createDatabase({ url: fresh.url, lanes: 3, poolMax: 1 });
  const isOpen = async () => (await db.reads.one<{ isLane: boolean }>(whoAnswers)).isLane;
  await expect.poll(isOpen, { timeout: patienceMs }).toBe(true);
  const first = await pidOf(db.reads);
  for (let read = 0; read < 20; read++) expect(await pidOf(db.reads)).toBe(first);
  const there = sql`select count(*)::int as count from pg_stat_activity where datname = current_database()`;
  // The one of the pool answered while the lane was being opened.
  expect(await db.reads.one(there)).toEqual({ count: 2 });
  expect(await settled(db.reads, 3)).toContain(first);
  await db.close();
  await fresh.close();
});

test("a failing read on a lane fails alone", async () => {
  await settled(database.db.reads);
  const results = await Promise.allSettled(
    [4, 0, 2, 0, 1].map((n) => database.db.reads.one<{ q: number }>(sql`select 8 / ${n}::int as q`)),
  );
  expect(results).toMatchObject([
    { status: "fulfilled", value: { q: 2 } },
    { status: "rejected", reason: { message: "division by zero" } },
    { status: "fulfilled", value: { q: 4 } },
    { status: "rejected", reason: { message: "division by zero" } },
    { status: "fulfilled", value: { q: 8 } },
  ]);
});

test("lanes answer every read while one of their connections is killed, which comes back as a new one", async () => {
  const [before] = await settled(database.db.reads);
  const reads = Array.from({ length: 50 }, (_, n) =>
    database.db.reads.one<{ n: number }>(sql`select ${n}::int as n from pg_sleep(0.002)`),
  );
  await database.db.run(sql`select pg_terminate_backend(${before})`);
  expect(await Promise.all(reads)).toEqual(Array.from({ length: 50 }, (_, n) => ({ n })));
  expect(await settled(database.db.reads)).not.toContain(before);
});

test.each([1, 2])(
  "a slow statement on each of %i lanes is gone round, also by what was sent behind it",
  async (lanes) => {
    const db = createDatabase({ url: database.url, lanes });
    const processes = await settled(db.reads, lanes);
    const ended: string[] = [];
    const slow: Promise<unknown>[] = [];
    await db.transaction(async (tx) => {
      await tx.run(sql`select pg_advisory_xact_lock(7001)`);
      for (let lane = 0; lane < lanes; lane++) {
        const waiting = db.reads.run(sql`select pg_advisory_xact_lock_shared(7001)`);
        slow.push(waiting.then(() => ended.push("slow")));
      }
      // Sent on the same connections, which answer in order.
      const behind = Array.from({ length: 20 }, () => pidOf(db.reads));
      for (const answeredBy of await Promise.all(behind)) expect(processes).not.toContain(answeredBy);
      expect(processes).not.toContain(await pidOf(db.reads));
      ended.push("quick");
    });
    await Promise.all(slow);
    expect(ended).toEqual(["quick", ...slow.map(() => "slow")]);
    await db.close();
  },
);

test("lanes plan a text once, whatever it is asked with", async () => {
  await settled(database.db.reads);
  const read = (id: number) => database.db.reads.many(sql`select id from seats where id between ${id} and ${id + 1}`);
  for (let id = 0; id < 12; id++) await read(id);
  const plans = await database.db.reads.one(sql`
    select sum(custom_plans)::int as custom, sum(generic_plans)::int as generic
    from pg_prepared_statements where statement like '%id between%' and statement not like '%custom_plans%'`);
  expect(plans).toEqual({ custom: 0, generic: 12 });
});

test("lanes refuse to write", async () => {
  await settled(database.db.reads);
  await expect(database.db.reads.run(sql`insert into seats (id) values (50)`)).rejects.toThrow("read-only transaction");
});

test("lanes are the pool when switched off", async () => {
  for (const options of [{ isPooled: true }, { lanes: 0 }]) {
    const db = createDatabase({ url: database.url, ...options });
    const id = await db.one<{ id: number }>(sql`select max(id) + 1 as id from seats`).then((row) => row.id);
    expect(await db.reads.run(sql`insert into seats (id) values (${id})`)).toBe(1);
    if (options.isPooled) expect(await db.many(sql`select name from pg_prepared_statements`)).toEqual([]);
    await db.close();
  }
});

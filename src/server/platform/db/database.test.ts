import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "../../../shared/kernel/error.ts";
import { emptyDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { createDatabase, type Db, type Tx } from "./database.ts";
import { violatedConstraint } from "./errors.ts";
import { sql } from "./sql.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
  await database.db.run(sql`create table seats (id int primary key, taken int not null default 0)`);
  await database.db.run(sql`insert into seats (id) values (1), (2)`);
});
afterAll(() => database.close());

const insertSeat = (db: Db, id: number) => db.run(sql`insert into seats (id) values (${id})`);
const isThere = async (id: number) =>
  (await database.db.maybe(sql`select 1 from seats where id = ${id}`)) !== undefined;

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("a transaction", () => {
  test("is seen by others after it commits, then does its later work in order, then answers", async () => {
    const steps: string[] = [];
    const answer = await database.db.transaction(async (tx) => {
      await insertSeat(tx, 10);
      tx.afterCommit(async () => {
        steps.push((await isThere(10)) ? "first, committed" : "first, too early");
      });
      tx.afterCommit(() => {
        steps.push("second");
      });
      steps.push((await isThere(10)) ? "leaked" : "hidden");
      return "answer";
    });
    expect(answer).toBe("answer");
    expect(steps).toEqual(["hidden", "first, committed", "second"]);
  });

  test("that throws leaves nothing behind and does no later work", async () => {
    let isDone = false;
    const failure = await failureOf(
      database.db.transaction(async (tx) => {
        await insertSeat(tx, 11);
        tx.afterCommit(() => {
          isDone = true;
        });
        throw new AppError("conflict");
      }),
    );
    expect(failure).toMatchObject({ code: "conflict" });
    expect(await isThere(11)).toBe(false);
    expect(isDone).toBe(false);
  });

  test("whose failed statement was caught is not taken for committed", async () => {
    const work = database.db.transaction(async (tx) => {
      await insertSeat(tx, 12);
      await failureOf(insertSeat(tx, 12));
    });
    await expect(work).rejects.toThrow("rolled back");
    expect(await isThere(12)).toBe(false);
  });

  test("refuses statements once it is over", async () => {
    const escaped = await database.db.transaction(async (tx): Promise<{ tx: Tx }> => ({ tx }));
    await expect(insertSeat(escaped.tx, 13)).rejects.toThrow("the transaction is over");
  });

  test("reports later work that fails, does the rest, and still answers", async () => {
    const reported: unknown[] = [];
    const db = createDatabase({ url: database.url, report: (error) => reported.push(error) });
    let isDone = false;
    await db.transaction(async (tx) => {
      tx.afterCommit(() => Promise.reject(new Error("cache is away")));
      tx.afterCommit(() => {
        isDone = true;
      });
    });
    expect(reported).toEqual([new Error("cache is away")]);
    expect(isDone).toBe(true);
    await db.close();
  });

  test("runs again when two lock each other out", async () => {
    let attempts = 0;
    const take = (first: number, second: number, firstLocked: () => Promise<void>) =>
      database.db.transaction(async (tx) => {
        attempts++;
        await tx.run(sql`update seats set taken = taken + 1 where id = ${first}`);
        await firstLocked();
        await tx.run(sql`update seats set taken = taken + 1 where id = ${second}`);
      });
    const both = barrier(2);
    await Promise.all([take(1, 2, both), take(2, 1, both)]);
    expect(attempts).toBe(3);
    expect(await database.db.many(sql`select taken from seats where id in (1, 2)`)).toEqual([
      { taken: 2 },
      { taken: 2 },
    ]);
  });

  test("gives up after three attempts", async () => {
    let attempts = 0;
    const work = database.db.transaction(async (tx) => {
      attempts++;
      await tx.run(sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
    });
    await expect(work).rejects.toThrow("again");
    expect(attempts).toBe(3);
  });
});

/** Everyone waits until `count` have come; whoever comes later goes straight through. */
function barrier(count: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let missing = count;
  return () => {
    missing--;
    if (missing <= 0) open();
    return opened;
  };
}

describe("failures", () => {
  test("a violated constraint is told by name", async () => {
    expect(violatedConstraint(await failureOf(insertSeat(database.db, 1)))).toBe("seats_pkey");
    expect(violatedConstraint(await failureOf(database.db.run(sql`select 1 / 0`)))).toBeUndefined();
    expect(violatedConstraint("something else")).toBeUndefined();
  });

  test("a server that is not there is unavailable, for statements, reads and transactions", async () => {
    const reported: unknown[] = [];
    const report = (error: unknown) => reported.push(error);
    const away = createDatabase({ url: "postgresql://app@127.0.0.1:1/nothing", report });
    expect(await failureOf(away.many(sql`select 1`))).toMatchObject({ code: "unavailable" });
    expect(await failureOf(away.reads.many(sql`select 1`))).toMatchObject({ code: "unavailable" });
    expect(await failureOf(away.transaction((tx) => tx.many(sql`select 1`)))).toMatchObject({ code: "unavailable" });
    await away.close();
  });

  test("text that no database can hold is the caller's mistake", async () => {
    expect(await failureOf(database.db.many(sql`select ${"a\0b"}::text`))).toMatchObject({ code: "invalid_input" });
    const json = JSON.stringify({ text: "\0" });
    expect(await failureOf(database.db.many(sql`select ${json}::jsonb`))).toMatchObject({ code: "invalid_input" });
  });

  test("a prepared statement outlives a change of the table it reads", async () => {
    await database.db.run(sql`create table growing (a int)`);
    const read = () => sql`select * from growing`;
    await database.db.transaction((tx) => tx.many(read()));
    await database.db.many(read());
    await database.db.reads.many(read());
    await database.db.run(sql`alter table growing add column b int`);
    expect(await database.db.many(read())).toEqual([]);
    expect(await database.db.reads.many(read())).toEqual([]);
    expect(await database.db.transaction((tx) => tx.many(read()))).toEqual([]);
  });
});

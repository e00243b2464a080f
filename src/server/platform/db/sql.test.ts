import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { type Sql, sql, sqlEmpty, sqlJoin } from "./sql.ts";

describe("text and values", () => {
  test("values become numbered parameters and fragments are put in place", () => {
    const condition = sql`a = ${1} and b = ${"two"}`;
    const statement = sql`select * from t where x = ${0} and (${condition}) limit ${3}`;
    expect(statement.text).toBe("select * from t where x = $1 and (a = $2 and b = $3) limit $4");
    expect(statement.values).toEqual([0, 1, "two", 3]);
  });

  test("the same literal has the same text, once for all calls", () => {
    const find = (id: number) => sql`select ${id}`;
    expect(find(1).text).toBe(find(2).text);
    expect(find(2).values).toEqual([2]);
  });

  test("joining nothing is empty, and empty adds nothing", () => {
    expect(sqlJoin([], sql`, `)).toMatchObject({ text: "", values: [] });
    expect(sql`a ${sqlEmpty} b`).toMatchObject({ text: "a  b", values: [] });
    expect(sqlJoin([sql`a = ${1}`, sql`b = ${2}`], sql` and `)).toMatchObject({
      text: "a = $1 and b = $2",
      values: [1, 2],
    });
  });

  test("a list is one value", () => {
    expect(sql`id = any(${[1, 2]})`).toMatchObject({ text: "id = any($1)", values: [[1, 2]] });
  });
});

/** Arithmetic of any depth, beside what it comes to: nesting must neither lose nor reorder a value. */
interface Sum {
  statement: Sql;
  value: number;
}
const { sum } = fc.letrec<{ sum: Sum; leaf: Sum; list: Sum; pair: Sum }>((tie) => ({
  sum: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("pair"), tie("list")),
  leaf: fc.integer({ min: -1000, max: 1000 }).map((value) => ({ statement: sql`${value}::int`, value })),
  pair: fc.tuple(tie("sum"), fc.integer({ min: 0, max: 9 }), tie("sum")).map(([left, middle, right]) => ({
    statement: sql`(${left.statement} - (${middle}::int + ${right.statement}))`,
    value: left.value - (middle + right.value),
  })),
  list: fc.array(tie("sum"), { minLength: 1, maxLength: 4 }).map((sums) => ({
    statement: sql`(${sqlJoin(
      sums.map((each) => each.statement),
      sql` + `,
    )})`,
    value: sums.reduce((total, each) => total + each.value, 0),
  })),
}));

describe("on the server", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.close());

  test("nested fragments compute what they say, and parameters are numbered in order", async () => {
    await fc.assert(
      fc.asyncProperty(sum, async ({ statement, value }) => {
        const numbers = [...statement.text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1]));
        expect(numbers).toEqual(statement.values.map((_, index) => index + 1));
        expect(await database.db.one(sql`select ${statement} as total`)).toEqual({ total: value });
      }),
      { numRuns: 60 },
    );
  });

  test("rows come back in plain types", async () => {
    const row = await database.db.one(sql`select
      9007199254740991::bigint as "bigInt", 12.5::numeric as "numeric", count(*) as "count", date '2027-03-28' as "day",
      timestamptz '2027-01-15T10:00:00+01:00' as "at", '{"a":[1]}'::jsonb as "json",
      array[1, null, 3]::bigint[] as "bigInts", array[date '2027-01-01'] as "days"`);
    expect(row).toEqual({
      bigInt: 9007199254740991,
      numeric: 12.5,
      count: 1,
      day: "2027-03-28",
      at: new Date("2027-01-15T09:00:00Z"),
      json: { a: [1] },
      bigInts: [1, null, 3],
      days: ["2027-01-01"],
    });
  });

  test("one() throws without a row, maybe() gives nothing, run() counts", async () => {
    await expect(database.db.one(sql`select 1 where false`)).rejects.toThrow("no row from: select 1 where false");
    expect(await database.db.maybe(sql`select 1 where false`)).toBeUndefined();
    expect(await database.db.run(sql`create table counted as select generate_series(1, 3) as n`)).toBe(3);
  });
});

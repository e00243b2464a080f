import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { migrate } from "./migrate.ts";
import { sql } from "./sql.ts";

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
  write("0001-people.sql", "create table people (id int primary key);\ninsert into people values (1);");
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const run = () => migrate({ url: database.url, folder });
const tables = async () =>
  (
    await database.db.many<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    )
  ).map((row) => row.name);

test("applies what is missing, in order, and nothing twice", async () => {
  write("0002-places.sql", "create table places (person int references people);");
  expect(await run()).toEqual(["0001-people.sql", "0002-places.sql"]);
  expect(await run()).toEqual([]);
  write("0003-more.sql", "insert into people values (2);");
  expect(await run()).toEqual(["0003-more.sql"]);
  expect(await tables()).toEqual(["people", "places", "schema_migrations"]);
});

test("two at once apply everything once", async () => {
  write("0002-slow.sql", "select pg_sleep(0.1); create table slow (id int);");
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.flat().sort()).toEqual(["0001-people.sql", "0002-slow.sql"]);
});

test("a migration that fails is rolled back whole, and named with its line", async () => {
  write("0002-broken.sql", "create table half (id int);\n\nselect * from nowhere;");
  await expect(run()).rejects.toThrow('migration 0002-broken.sql failed, line 3: relation "nowhere" does not exist');
  expect(await tables()).toEqual(["people", "schema_migrations"]);
  write("0002-broken.sql", "create table half (id int);");
  expect(await run()).toEqual(["0002-broken.sql"]);
});

test("a file that changed after it was applied is refused, other line ends are no change", async () => {
  await run();
  write("0001-people.sql", "create table people (id int primary key);\r\ninsert into people values (1);");
  expect(await run()).toEqual([]);
  write("0001-people.sql", "create table people (id bigint primary key);");
  await expect(run()).rejects.toThrow("migration 0001-people.sql changed after it was applied");
});

test("a file that went after it was applied is refused", async () => {
  await run();
  renameSync(join(folder, "0001-people.sql"), join(folder, "0002-people.sql"));
  await expect(run()).rejects.toThrow(
    "migration 0001-people.sql was applied to this database, but its file is missing",
  );
});

test("a new file before an applied one is refused, and so are doubled numbers and odd names", async () => {
  write("0003-last.sql", "select 1;");
  await run();
  write("0002-late.sql", "select 1;");
  await expect(run()).rejects.toThrow("migration 0002-late.sql is new but stands before 0003-last.sql");
  write("0003-again.sql", "select 1;");
  await expect(run()).rejects.toThrow("migrations 0003-again.sql and 0003-last.sql have the same number");
  write("4-Odd.sql", "select 1;");
  await expect(run()).rejects.toThrow("have the same number");
  rmSync(join(folder, "0003-again.sql"));
  await expect(run()).rejects.toThrow("migration 4-Odd.sql is not named like 0007-subject.sql");
});

test("a server that is not there is told in one line, without the password", async () => {
  const url = "postgresql://app:secret@127.0.0.1:1/shop";
  await expect(migrate({ url, folder })).rejects.toThrow(/^cannot reach the database shop at 127\.0\.0\.1:1: [^\n]+$/);
  await expect(migrate({ url, folder })).rejects.not.toThrow("secret");
});

import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { connectOnce } from "./connect-once.ts";
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

test("a migration that fails is rolled back whole, and named with its statement", async () => {
  write("0002-broken.sql", "create table half (id int);\n\nselect *\nfrom nowhere;");
  await expect(run()).rejects.toThrow(
    'migration 0002-broken.sql, line 4 (select * from nowhere) failed: relation "nowhere" does not exist. Nothing of it was kept',
  );
  expect(await tables()).toEqual(["people", "schema_migrations"]);
  write("0002-broken.sql", "create table half (id int);\n-- Twice\ninsert into people values (1);");
  await expect(run()).rejects.toThrow("0002-broken.sql, line 3 (insert into people values (1)) failed: duplicate key");
  expect(await tables()).toEqual(["people", "schema_migrations"]);
  write("0002-broken.sql", "create table half (id int);");
  expect(await run()).toEqual(["0002-broken.sql"]);
});

/** Somebody reads from people and does not end the transaction. */
async function longReader() {
  const client = await connectOnce(database.url);
  await client.query("begin; select * from people");
  return client;
}

test("a migration that waits for a long transaction lets everyone else pass, and is applied after it", async () => {
  await run();
  const reader = await longReader();
  write("0002-wider.sql", "alter table people add column name text;");
  const applied = migrate({ url: database.url, folder, patience: { lockMs: 50, pauseMs: 20, tries: 1_000 } });
  const isWaiting = sql`select 1 from pg_locks where mode = 'AccessExclusiveLock' and not granted`;
  for (let attempts = 0; attempts < 3; ) if (await database.db.maybe(isWaiting)) attempts++;
  // Without a limit on its waiting these would stand behind it until the long transaction ends.
  for (let read = 0; read < 5; read++) expect(await database.db.many(sql`select id from people`)).toEqual([{ id: 1 }]);
  await reader.end();
  expect(await applied).toEqual(["0002-wider.sql"]);
});

test("after enough tries it gives up, has changed nothing and says who is in the way", async () => {
  await run();
  const reader = await longReader();
  write("0002-wider.sql", "create table half (id int); alter table people add column name text;");
  const failed = migrate({ url: database.url, folder, patience: { lockMs: 20, pauseMs: 1, tries: 2 } });
  await expect(failed).rejects.toThrow(
    /^migration 0002-wider.sql, line 1 \(alter table people .+\) could not have its table .+ nothing of it was kept; .+ pg_terminate_backend\(\d+\)/,
  );
  await reader.end();
  expect(await tables()).toEqual(["people", "schema_migrations"]);
});

test("a file that changed after it was applied is refused, other line ends are no change", async () => {
  await run();
  write("0001-people.sql", "create table people (id int primary key);\r\ninsert into people values (1);");
  expect(await run()).toEqual([]);
  write("0001-people.sql", "create table people (id bigint primary key);");
  await expect(run()).rejects.toThrow("migration 0001-people.sql changed after it was applied");
});

test("a file that went after it was applied is refused, unless it belongs to a later version", async () => {
  write("0002-more.sql", "select 1;");
  await run();
  renameSync(join(folder, "0001-people.sql"), join(folder, "0003-people.sql"));
  await expect(run()).rejects.toThrow(
    "migration 0001-people.sql was applied to this database, but its file is missing",
  );
  renameSync(join(folder, "0003-people.sql"), join(folder, "0001-people.sql"));
  rmSync(join(folder, "0002-more.sql"));
  const notices: string[] = [];
  expect(await migrate({ url: database.url, folder, report: (notice) => notices.push(notice) })).toEqual([]);
  expect(notices).toEqual([expect.stringContaining("0002-more.sql was applied to it by a later one")]);
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

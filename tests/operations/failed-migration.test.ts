import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/server/platform/db/sql.ts";
import { type TestDatabase, testDatabase } from "../../src/server/testing/test-database.ts";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  // The built product as it lies on a server, with a migration more.
  folder = mkdtempSync(join(tmpdir(), "workshopsai-version-"));
  mkdirSync(join(folder, "dist"));
  cpSync("dist/server", join(folder, "dist", "server"), { recursive: true });
  cpSync("migrations", join(folder, "migrations"), { recursive: true });
  cpSync("package.json", join(folder, "package.json"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const text = "create table half (id int);\nalter table people add column nickname text;\nselect broken;\n";
  writeFileSync(join(folder, "migrations", "9999-planted.sql"), text);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

test("a migration that fails changes nothing, names its file and statement, and ends the command with 1", async () => {
  const shape = sql`
    select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'
    union all select name from schema_migrations order by 1`;
  const before = await database.db.many(shape);
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url, DATA_DIR: join(folder, "data"), LOG_LEVEL: "warn" };
  const { status, stderr, stdout } = spawnSync(process.execPath, ["dist/server/cli.cjs", "migrate"], {
    ...{ cwd: folder, env, encoding: "utf8" },
  });
  expect(stderr + stdout).toContain(
    'migration 9999-planted.sql, line 3 (select broken) failed: column "broken" does not exist. Nothing of it was kept',
  );
  expect(status).toBe(1);
  expect(await database.db.many(shape)).toEqual(before);
});

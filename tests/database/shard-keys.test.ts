import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/server/platform/db/sql.ts";
import { type TestDatabase, testDatabase } from "../../src/server/testing/test-database.ts";

/** What a table that grows would be spread or cut by, once one server is not enough (docs/architecture/scale.md). */
const keys = [
  ["enrollments", "workshop_id"],
  ["responses", "questionnaire_id"],
  ["response_consents", "questionnaire_id"],
  ["questionnaire_participations", "questionnaire_id"],
  ["audit_log", "at"],
];

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test.each(keys)("%s always has its %s", async (table, column) => {
  const found = await database.db.maybe(sql`
    select is_nullable as "isNullable" from information_schema.columns
    where table_name = ${table} and column_name = ${column}`);
  expect(found).toEqual({ isNullable: "NO" });
});

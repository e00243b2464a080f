import { afterAll, expect, test } from "vitest";
import { sql } from "../platform/db/sql.ts";
import { testDatabase } from "../testing/test-database.ts";
import { record } from "./index.ts";

const { db, close } = await testDatabase();
afterAll(close);

const entry = {
  actorId: "018f0000-0000-7000-8000-000000000001",
  action: "workshop.published",
  subjectType: "workshop",
  subjectId: "w1",
  at: new Date("2027-01-15T09:00:00Z"),
};
const all = () =>
  db.many(sql`
    select actor_id as "actorId", action, subject_type as "subjectType", subject_id as "subjectId", details, at
    from audit_log order by id`);

test("an entry exists exactly when the deed does", async () => {
  await db.transaction((tx) => record(tx, { ...entry, details: { languages: ["en", "pl"] } }));
  const failed = db.transaction(async (tx) => {
    await record(tx, entry);
    throw new Error("the deed failed");
  });
  await expect(failed).rejects.toThrow("the deed failed");
  expect(await all()).toEqual([{ ...entry, details: { languages: ["en", "pl"] } }]);
});

test("what the system did has no actor", async () => {
  await record(db, { ...entry, actorId: null, action: "workshop.archived" });
  expect((await all()).at(-1)).toEqual({ ...entry, actorId: null, action: "workshop.archived", details: {} });
});

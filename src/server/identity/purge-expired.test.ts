import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import { sql } from "../platform/db/sql.ts";
import { goodPassword, testIdentity } from "../testing/test-identity.ts";

const app = await testIdentity();
afterAll(() => app.close());

const dayMs = 24 * 3_600_000;
const purge = () => app.identity.scheduled.find(({ name }) => name === "identity.purgeExpired")?.run();
const register = async (email: string) =>
  app.account.register(await app.caller({ address: email }), {
    name: "Ada",
    email,
    password: goodPassword,
    language: "en",
  });
const addresses = async () =>
  (await app.db.many<{ email: string }>(sql`select email from people order by email`)).map(({ email }) => email);

test("an account that is never verified is gone after thirty days, with everything of its own", async () => {
  await register("never@example.org");
  await register("linked@example.org");
  await register("again@example.org");
  const editor = await app.person({ email: "editor@example.org", role: "editor", isVerified: false });
  await app.db.run(sql`
    insert into facilitators (id, person_id, name) select ${newId()}::uuid, id, 'Ada' from people where email = 'linked@example.org'`);
  app.clock.advance(29 * dayMs);
  await register("again@example.org");
  await purge();
  expect(await addresses()).toContain("never@example.org");
  app.clock.advance(2 * dayMs);
  await purge();
  expect(await addresses()).toEqual(["again@example.org", editor.email, "linked@example.org"]);
  app.clock.advance(31 * dayMs);
  await purge();
  expect(await addresses()).toEqual([editor.email, "linked@example.org"]);
  expect(
    await app.db.many(
      sql`select 1 from sign_in_methods m where not exists (select 1 from people where id = m.person_id)`,
    ),
  ).toEqual([]);
});

test("everything that can hang on an account is looked at before it is deleted", async () => {
  const columns = await app.db.many<{ table: string; column: string }>(sql`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.confrelid = 'people'::regclass and c.confdeltype <> 'c' order by 1, 2`);
  expect(columns.length).toBeGreaterThan(8);
  const query = readFileSync(new URL("queries/unverified.ts", import.meta.url), "utf8");
  for (const { table, column } of columns) expect(query).toMatch(new RegExp(`from ${table} (\\w).*\\1\\.${column}\\b`));
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectOnce } from "../../src/server/platform/db/connect-once.ts";
import { createPool } from "../../src/server/platform/db/connection.ts";
import { sql } from "../../src/server/platform/db/sql.ts";
import { type TestDatabase, testDatabase } from "../../src/server/testing/test-database.ts";

/** The performance guide's sections 1.1 to 1.4, word for word where it gives SQL. */
const guideIndexes = [
  "CREATE INDEX idx_workshops_status_created_at ON workshops(status, created_at DESC) WHERE deleted_at IS NULL;",
  "CREATE INDEX idx_workshops_published_at_desc ON workshops(published_at DESC) WHERE status = 'published';",
  "CREATE INDEX idx_enrollments_user_status ON enrollments(participant_id, enrollment_status) WHERE deleted_at IS NULL;",
  "CREATE INDEX idx_enrollments_workshop_status ON enrollments(workshop_id, enrollment_status);",
  "CREATE INDEX idx_responses_questionnaire_created ON responses(questionnaire_id, created_at DESC);",
  "CREATE INDEX idx_workshops_search_en ON workshops USING gin(search_vector_en);",
  "CREATE INDEX idx_workshops_search_pl ON workshops USING gin(search_vector_pl);",
];

/** What the guide's materialized view selects, as it writes it. */
const guideStatistics = `
  SELECT w.id, COUNT(DISTINCT e.participant_id) as enrolled_count,
         COUNT(DISTINCT s.id) as session_count
  FROM workshops w
  LEFT JOIN enrollments e ON w.id = e.workshop_id
  LEFT JOIN sessions s ON w.id = s.workshop_id
  WHERE w.deleted_at IS NULL
  GROUP BY w.id`;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** One spelling for a definition, whether a person or PostgreSQL wrote it. */
function normalised(definition: string): string {
  return definition
    .toLowerCase()
    .replaceAll(/ on (public\.)?(\w+)( using btree)? ?\(/g, " on $2 (")
    .replaceAll(/ on (public\.)?(\w+) using (\w+) ?\(/g, " on $2 using $3 (")
    .replaceAll("'published'::text", "'published'")
    .replace(/ where \((.+)\);?$/, " where $1")
    .replaceAll(/\s+/g, " ")
    .replace(/;$/, "")
    .trim();
}

describe("section 1.1 and 1.2", () => {
  test.each(guideIndexes)("%s", async (definition) => {
    const name = /INDEX (\w+) ON/.exec(definition)?.[1];
    const found = await database.db.maybe<{ definition: string; isValid: boolean }>(sql`
      select pg_get_indexdef(indexrelid) as definition, indisvalid as "isValid"
      from pg_index where indexrelid = to_regclass(${name}::text)`);
    expect(found?.isValid).toBe(true);
    expect(normalised(found?.definition ?? "")).toBe(normalised(definition));
  });

  test.each(["search_vector_en", "search_vector_pl"])(
    "%s is a tsvector that the server keeps itself",
    async (column) => {
      const found = await database.db.one(sql`
      select data_type as type, is_generated as generated from information_schema.columns
      where table_schema = 'public' and table_name = 'workshops' and column_name = ${column}`);
      expect(found).toEqual({ type: "tsvector", generated: "ALWAYS" });
    },
  );

  test("a word counts most in the title, then in the subtitle, the summary and the description", async () => {
    const document = (text: string) => ({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text }] }],
    });
    const person = await newPerson();
    const { en, pl } = await database.db.one<{ en: string; pl: string }>(sql`
      insert into workshops (id, created_by, title, subtitle, summary, description) values (gen_random_uuid(), ${person}::uuid,
        ${JSON.stringify({ en: "alpha", pl: "alfa" })}::jsonb, ${JSON.stringify({ en: "beta", pl: "beta" })}::jsonb,
        ${JSON.stringify({ en: "gamma", pl: "gamma" })}::jsonb,
        ${JSON.stringify({ en: document("delta"), pl: document("delta") })}::jsonb)
      returning search_vector_en::text as en, search_vector_pl::text as pl`);
    expect(en).toBe("'alpha':1A 'beta':2B 'delta':4 'gamma':3C");
    expect(pl).toBe("'alf':1A 'bec':2B 'delc':4 'gamm':3C");
  });
});

async function newPerson(): Promise<string> {
  const { id } = await database.db.one<{ id: string }>(sql`
    insert into people (id, name, email) select id, 'Somebody', id || '@example.org' from (select gen_random_uuid() as id) new
    returning id`);
  return id;
}

describe("section 1.3", () => {
  /** Some workshops without anybody, without sessions, deleted; people who enrolled twice. */
  async function addRandomRows(): Promise<void> {
    const person = await newPerson();
    await database.db.run(sql`
      insert into people (id, name, email) select gen_random_uuid(), 'P' || i, 'p' || i || '@example.org' from generate_series(1, 40) i`);
    await database.db.run(sql`
      insert into workshops (id, created_by, deleted_at)
      select gen_random_uuid(), ${person}::uuid, case when random() < 0.2 then now() end from generate_series(1, 60)`);
    await database.db.run(sql`
      insert into sessions (id, workshop_id, position, starts_at, ends_at)
      select gen_random_uuid(), w.id, 0, now(), now() + interval '1 hour' from workshops w, generate_series(1, 4) where random() < 0.4`);
    await database.db.run(sql`
      insert into enrollments (id, workshop_id, participant_id, enrollment_status)
      select gen_random_uuid(), w.id, p.id, 'cancelled' from workshops w, people p, generate_series(1, 2) where random() < 0.2`);
  }

  test("workshop_statistics has the guide's columns, and its numbers are those of a plain count", async () => {
    await addRandomRows();
    await database.db.run(sql`select refresh_workshop_statistics()`);
    const columns = await database.db.many<{ name: string; type: string }>(sql`
      select attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = 'workshop_statistics'::regclass and attnum > 0 order by attnum`);
    expect(columns).toEqual([
      { name: "id", type: "uuid" },
      { name: "enrolled_count", type: "bigint" },
      { name: "session_count", type: "bigint" },
    ]);
    const kept = await database.db.many(sql`select * from workshop_statistics order by id`);
    const [workshops, enrolments, sessions] = await Promise.all([
      database.db.many<{ id: string }>(sql`select id from workshops where deleted_at is null order by id`),
      database.db.many<{ on: string; by: string }>(
        sql`select workshop_id as on, participant_id as by from enrollments`,
      ),
      database.db.many<{ on: string }>(sql`select workshop_id as on from sessions`),
    ]);
    expect(workshops.length).toBeGreaterThan(20);
    expect(kept).toEqual(
      workshops.map(({ id }) => ({
        id,
        enrolled_count: new Set(enrolments.filter(({ on }) => on === id).map(({ by }) => by)).size,
        session_count: sessions.filter(({ on }) => on === id).length,
      })),
    );
  });

  test("workshop_statistics is the guide's query", async () => {
    const client = await connectOnce(database.url);
    await client.query(`create temporary view guide as ${guideStatistics}`);
    const { rows } = await client.query(`
      select pg_get_viewdef('workshop_statistics'::regclass) = pg_get_viewdef('guide'::regclass) as "isTheSame"`);
    await client.end();
    expect(rows).toEqual([{ isTheSame: true }]);
  });

  test("the statistics are refreshed while somebody reads them", async () => {
    await database.db.run(sql`
      insert into workshops (id, created_by) select gen_random_uuid(), ${await newPerson()}::uuid from generate_series(1, 5)`);
    await database.db.run(sql`select refresh_workshop_statistics()`);
    const reader = await connectOnce(database.url);
    try {
      await reader.query("begin isolation level repeatable read");
      const before = await reader.query("select count(*) as count from workshop_statistics");
      await database.db.run(sql`
        insert into workshops (id, created_by) select gen_random_uuid(), id from people limit 1`);
      // A refresh that locked the reader out would wait for it in vain.
      await database.db.transaction(async (tx) => {
        await tx.run(sql`set local lock_timeout = '5s'`);
        await tx.run(sql`select refresh_workshop_statistics()`);
      });
      expect((await reader.query("select count(*) as count from workshop_statistics")).rows).toEqual(before.rows);
      await reader.query("commit");
      const after = await reader.query<{ count: number }>("select count(*) as count from workshop_statistics");
      expect(after.rows[0]?.count).toBe(Number(before.rows[0]?.count) + 1);
    } finally {
      await reader.end();
    }
  });
});

describe("section 1.4", () => {
  test("the pool has the guide's settings, and its connections the guide's time limit", async () => {
    const pool = createPool({ url: database.url });
    try {
      expect(pool.options).toMatchObject({ max: 10, idleTimeoutMillis: 20_000, connectionTimeoutMillis: 10_000 });
      expect(pool.options).toMatchObject({ statement_timeout: 30_000, query_timeout: 30_000 });
      expect((await pool.query("show statement_timeout")).rows).toEqual([{ statement_timeout: "30s" }]);
      await Promise.all(Array.from({ length: 30 }, () => pool.query("select pg_sleep(0.02)")));
      expect(pool.totalCount).toBe(10);
    } finally {
      await pool.end();
    }
  });

  test("statements are prepared once and used again", async () => {
    const read = () =>
      database.db.transaction(async (tx) => {
        await tx.many(sql`select ${1}::int + ${2}::int as sum`);
        return tx.one(sql`
          select count(*)::int as prepared, sum(generic_plans + custom_plans)::int as runs from pg_prepared_statements
          where statement like '%as sum'`);
      });
    await read();
    expect(await read()).toMatchObject({ prepared: 1 });
  });
});

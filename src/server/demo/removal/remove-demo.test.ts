import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { digestOf } from "../../platform/backup/backup.testing.ts";
import { sql } from "../../platform/db/sql.ts";
import { fixedClock } from "../../platform/time/clock.ts";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import { seedDemoIfEmpty } from "../seed-demo.ts";
import { wasDemoRemoved } from "./queries.ts";
import { removeDemo } from "./remove-demo.ts";

const clock = fixedClock("2027-01-15T09:00:00Z");
const responses = { consentTextHash: () => "a digest" };
const [ada, workshop] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
let site: TestDatabase;
let withoutDemo: Record<string, string>;

/** Somebody of one's own, and a workshop of theirs in which they have a seat. */
async function addOwn(database: TestDatabase): Promise<void> {
  const at = clock.now();
  await database.db.run(sql`
    insert into people (id, name, email, role, created_at, updated_at)
    values (${ada}, 'Ada', 'ada@example.com', 'admin', ${at}, ${at})`);
  await database.db.run(sql`
    insert into workshops (id, title, created_by, created_at, updated_at)
    values (${workshop}, '{"en": "Ours"}', ${ada}, ${at}, ${at})`);
  await database.db.run(sql`
    insert into workshop_drafts (workshop_id, content, updated_by, updated_at)
    values (${workshop}, '{"title": {"en": "Ours"}}', ${ada}, ${at})`);
  await database.db.run(sql`select refresh_workshop_statistics()`);
}

/** All that is in the tables, but for the log of who did what and the numbers of arrival. */
async function contentOf({ url }: TestDatabase) {
  const { audit_log: _, ...tables } = await digestOf(url);
  return tables;
}

let drops = 0;
const cache = { invalidateAll: async () => void drops++ };
const remove = (withEnrolments = false) => removeDemo({ db: site.db, clock, cache }, { withEnrolments });
const enrol = (participant: string, to: string) =>
  site.db.run(sql`
    insert into enrollments (id, workshop_id, participant_id, enrollment_status)
    values (gen_random_uuid(), ${to}::uuid, ${participant}::uuid, 'confirmed')`);
const idOf = async (table: "workshops" | "people" | "facilitators", is: string) =>
  (await site.db.one<{ id: string }>({ text: `select id from ${table} where ${is} limit 1`, values: [] })).id;

beforeAll(async () => {
  site = await testDatabase();
  await addOwn(site);
  withoutDemo = await contentOf(site);
  await site.close();
});
beforeEach(async () => {
  site = await testDatabase();
  await seedDemoIfEmpty({ db: site.db, clock, responses });
  await addOwn(site);
  return () => site.close();
});
afterAll(() => expect(drops).toBeGreaterThan(0));

test("all of the demo goes, and what is one's own is to the last value as if it had never been", async () => {
  expect(await contentOf(site)).not.toEqual(withoutDemo);
  expect(await remove()).toMatchObject({ people: 125, workshops: 12, questionnaires: 2, kept: 0, handedOver: 0 });
  expect(await contentOf(site)).toEqual(withoutDemo);
  const entry = await site.db.one(sql`select action, details from audit_log order by id desc limit 1`);
  expect(entry).toMatchObject({ action: "demo.removed", details: { workshops: 12 } });
  expect(await wasDemoRemoved(site.db)).toBe(true);
  await expect(remove()).rejects.toThrow("there is no demo here");
}, 30_000);

test("enrolments and answers of other people go only when that is said", async () => {
  await enrol(ada, await idOf("workshops", "slug_en = 'between-two-sides-conflict-mediation'"));
  await site.db.run(sql`
    insert into responses (id, questionnaire_id, version_number, language, created_at, updated_at)
    select gen_random_uuid(), id, 1, 'en', ${"2027-01-15"}::date, ${"2027-01-15"}::date
    from questionnaires where identity_mode = 'anonymous'`);
  const before = await contentOf(site);
  await expect(remove()).rejects.toThrow("other people have 1 enrolments in demo workshops and gave 1 answers");
  expect(await contentOf(site)).toEqual(before);
  expect(await remove(true)).toMatchObject({ enrolments: 1, answers: 1 });
  expect(await contentOf(site)).toEqual(withoutDemo);
}, 30_000);

test("what would leave others with less is refused with what to do first", async () => {
  await enrol(await idOf("people", "email = 'participant@example.org'"), workshop);
  await site.db.run(sql`
    insert into questionnaires (id, workshop_id, created_by)
    select gen_random_uuid(), id, ${ada} from workshops where id <> ${workshop} limit 1`);
  await expect(remove(true)).rejects.toThrow(/1 questionnaires were added[\s\S]*hold 1 places in other workshops/);
}, 30_000);

test("workshops made since stay with the facilitators they need, and get an owner who stays", async () => {
  const facilitator = await idOf("facilitators", "name = 'Jagna Dworzak'");
  await site.db.run(sql`
    update workshops set created_by = (select id from people where email = 'editor@example.org') where id = ${workshop}`);
  await site.db.run(sql`
    update workshop_drafts
    set content = jsonb_build_object('facilitators', jsonb_build_array(jsonb_build_object('facilitatorId', ${facilitator}::text)))
    where workshop_id = ${workshop}`);
  await site.db.run(sql`update people set suspended_at = now() where id = ${ada}`);
  await expect(remove()).rejects.toThrow("npm run cli -- create-admin");
  await site.db.run(sql`update people set suspended_at = null where id = ${ada}`);
  expect(await remove()).toMatchObject({ kept: 1, handedOver: 1 });
  expect(await site.db.many(sql`select created_by from workshops`)).toEqual([{ created_by: ada }]);
  expect(await site.db.many(sql`select id from facilitators`)).toEqual([{ id: facilitator }]);
}, 30_000);

import { afterAll, beforeAll, expect, test } from "vitest";
import { type Catalogue, createCatalogue } from "../catalogue/index.ts";
import { createCache } from "../platform/cache/create-cache.ts";
import { createPasswordHasher } from "../platform/crypto/password-hash.ts";
import type { Sql } from "../platform/db/sql.ts";
import { sql } from "../platform/db/sql.ts";
import { createEventBus } from "../platform/events/events.ts";
import { FactCounts } from "../platform/metrics/fact-counts.ts";
import { fixedClock } from "../platform/time/clock.ts";
import { createResponses, type ResponsesDeps } from "../responses/index.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { type DemoSignIn, seedDemoIfEmpty } from "./seed-demo.ts";
import { workshops } from "./workshops.ts";

const clock = fixedClock("2027-01-15T09:00:00Z");
// The seed asks the door only for a pure function, so little needs to stand behind it.
const responses = createResponses({ events: createEventBus(), facts: new FactCounts() } as ResponsesDeps);
let database: TestDatabase;
let catalogue: Catalogue;
let signIns: DemoSignIn[];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  catalogue = createCatalogue({ db, clock, cache: createCache(), events: createEventBus() });
  signIns = await seedDemoIfEmpty({ db, clock, responses });
});
afterAll(() => database.close());

const rows = <Row = Record<string, unknown>>(statement: Sql) => database.db.many<Row>(statement);
const count = async (from: Sql) => (await database.db.one<{ n: number }>(sql`select count(*) as n from ${from}`)).n;

test("twelve workshops are on the public list in both languages, each under an address of its own", async () => {
  for (const lang of ["en", "pl"] as const) {
    const page = await catalogue.listWorkshops({ lang, limit: 50 });
    expect(page.total).toBe(12);
    expect(new Set(page.items.map(({ slug }) => slug)).size).toBe(12);
    for (const card of page.items) {
      expect(card.languages).toEqual(["en", "pl"]);
      expect(card.title.language).toBe(lang);
      expect(card.summary?.language).toBe(lang);
      expect(card.tags).toHaveLength(
        workshops.find(({ title }) => title[lang] === card.title.text)?.tagCodes.length ?? -1,
      );
    }
  }
});

test.each([
  { lang: "pl", q: "mediacji", title: "Między stronami: mediacje w konflikcie" },
  { lang: "pl", q: "wdrożenia", title: "Pierwsze dziewięćdziesiąt dni" },
  { lang: "pl", q: "sąsiadów", title: "Dom pod lipą: czym mamy być?" },
  { lang: "pl", q: "zebrań", title: "Zebranie, na które chce się przyjść" },
  { lang: "en", q: "mediating", title: "Between two sides: conflict mediation" },
  { lang: "en", q: "onboarding", title: "The first ninety days" },
  { lang: "en", q: "neighbours", title: "The house under the lime tree: what are we to be?" },
  { lang: "en", q: "leader", title: "Leading without a throne" },
] as const)("searching $lang for $q finds “$title”", async ({ lang, q, title }) => {
  const page = await catalogue.listWorkshops({ lang, q });
  expect(page.items.map((card) => card.title.text)).toContain(title);
});

test("publishing a seeded draft once more leaves the live rows as they were", async () => {
  const publish = catalogue.routes.find(({ endpoint }) => endpoint.id === "publishWorkshop");
  if (!publish) throw new Error("there is no way to publish");
  const [editor] = await rows<{ id: string; name: string }>(sql`select id, name from people where role = 'editor'`);
  const live = () =>
    rows(sql`
      select to_jsonb(w) - 'updated_at' as workshop,
        (select jsonb_agg(to_jsonb(s) order by s.position) from sessions s where s.workshop_id = w.id) as sessions,
        (select jsonb_agg(to_jsonb(f) order by f.position) from workshop_facilitators f where f.workshop_id = w.id) as facilitators,
        (select jsonb_agg(to_jsonb(b) order by b.session_id, b.facilitator_id) from session_facilitators b
          join sessions s on s.id = b.session_id where s.workshop_id = w.id) as bookings
      from workshops w order by w.id`);
  const before = await live();
  const actor = {
    kind: "person",
    personId: editor?.id ?? "",
    name: editor?.name ?? "",
    email: "editor@example.org",
    role: "editor",
    language: "pl",
    loginSessionId: "",
  } as const;
  for (const { id } of await rows<{ id: string }>(sql`select id from workshops`)) {
    for (const language of ["en", "pl"]) {
      const request = { actor, params: { workshopId: id }, body: { language, version: 1 }, language: "en" };
      await publish.handle(request as unknown as Parameters<typeof publish.handle>[0]);
    }
  }
  expect(await live()).toEqual(before);
});

test("no workshop holds more people than seats, and nobody waits where a seat is free", async () => {
  const taken = await rows<{ title: string; capacity: number; taken: number; waiting: number; pending: number }>(sql`
    select w.title ->> 'en' as title, w.capacity,
      count(*) filter (where e.enrollment_status = 'confirmed') as taken,
      count(*) filter (where e.enrollment_status = 'waitlisted') as waiting,
      count(*) filter (where e.enrollment_status = 'pending') as pending
    from workshops w join enrollments e on e.workshop_id = w.id group by w.id`);
  expect(taken).toHaveLength(12);
  for (const workshop of taken) {
    expect(workshop.taken).toBeLessThanOrEqual(workshop.capacity);
    if (workshop.waiting > 0) expect(workshop.taken).toBe(workshop.capacity);
  }
  expect(taken.filter(({ waiting }) => waiting > 0).length).toBeGreaterThanOrEqual(4);
  expect(taken.filter(({ taken, capacity }) => taken < capacity).length).toBeGreaterThanOrEqual(4);
  expect(taken.some(({ pending }) => pending > 0)).toBe(true);
});

test("arrival numbers follow the time of enrolment, and nobody enrolled before they were there", async () => {
  const disorder = sql`enrollments a join enrollments b on a.workshop_id = b.workshop_id
    and a.arrival_number < b.arrival_number and a.created_at > b.created_at`;
  expect(await count(disorder)).toBe(0);
  const tooEarly = sql`enrollments e join people p on p.id = e.participant_id join workshops w on w.id = e.workshop_id
    where e.created_at < p.created_at or e.created_at < w.published_at or e.created_at > ${clock.now()}`;
  expect(await count(tooEarly)).toBe(0);
});

test("the responses are tied to seats where they have names, and to nobody and no hour where they have none", async () => {
  const counted = await rows<{ mode: string; n: number }>(sql`
    select q.identity_mode as mode, count(*) as n from responses r join questionnaires q on q.id = r.questionnaire_id
    group by 1 order by 1`);
  expect(counted).toEqual([
    { mode: "anonymous", n: 28 },
    { mode: "identified", n: 28 },
  ]);
  const named = sql`responses r join enrollments e on e.id = r.enrollment_id and e.participant_id = r.respondent_id
    join people p on p.id = r.respondent_id and p.language = r.language
    join questionnaires q on q.id = r.questionnaire_id and q.workshop_id = e.workshop_id
      and r.submitted_at between q.opens_at and q.closes_at
    where e.enrollment_status = 'confirmed'`;
  expect(await count(named)).toBe(28);
  expect(await count(sql`response_consents`)).toBeGreaterThan(40);
  const own = sql`responses r join people p on p.id = r.respondent_id where p.email = 'participant@example.org'`;
  expect(await count(own)).toBe(0);
});

test("each of the five roles can sign in with a password of which only the hash is stored", async () => {
  expect(signIns.map(({ role }) => role)).toEqual(["admin", "editor", "moderator", "facilitator", "participant"]);
  expect(new Set(signIns.map(({ password }) => password)).size).toBe(5);
  const { matches } = createPasswordHasher();
  for (const { email, password } of signIns) {
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const [method] = await rows<{ hash: string }>(sql`
      select m.password as hash from sign_in_methods m join people p on p.id = m.person_id where p.email = ${email}`);
    expect(method?.hash).toMatch(/^\$argon2id\$/);
    expect(await matches(method?.hash, password)).toBe(true);
  }
  expect(await count(sql`sign_in_methods`)).toBe(5);
});

test("where people are already, nothing is added and no sign-in is given out", async () => {
  const before = await count(sql`people`);
  expect(await seedDemoIfEmpty({ db: database.db, clock, responses })).toEqual([]);
  expect(await count(sql`people`)).toBe(before);
});

test("two processes that start at once seed once", async () => {
  const { db, close } = await testDatabase();
  const both = await Promise.all([
    seedDemoIfEmpty({ db, clock, responses }),
    seedDemoIfEmpty({ db, clock, responses }),
  ]);
  expect(both.map((given) => given.length).sort()).toEqual([0, 5]);
  await close();
});

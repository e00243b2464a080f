import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PublicListQuery } from "../../src/server/catalogue/queries/list-query.ts";
import { listPublished } from "../../src/server/catalogue/queries/public-list.ts";
import { findBySlug, findPublic } from "../../src/server/catalogue/queries/public-page.ts";
import * as catalogue from "../../src/server/catalogue/queries/workshops.ts";
import * as enrolment from "../../src/server/enrolment/queries.ts";
import { connectOnce } from "../../src/server/platform/db/connect-once.ts";
import type { Tx } from "../../src/server/platform/db/database.ts";
import { sql } from "../../src/server/platform/db/sql.ts";
import { findDraft } from "../../src/server/questionnaires/queries/drafts.ts";
import { listQuestionnaires } from "../../src/server/questionnaires/queries/list.ts";
import * as responses from "../../src/server/responses/queries.ts";
import { type TestDatabase, testDatabase } from "../../src/server/testing/test-database.ts";
import { fillDatabase } from "./fill-database.ts";
import { indexesOf, type RecordedPlan, recordPlans, rowsInVain, rowsReadOf, scannedTables } from "./recorded-plans.ts";
import { rowId } from "./row-statements.ts";

const amounts = { workshops: 20_000, enrolments: 200_000, responses: 200_000 };
const bigTables = new Set(["workshops", "enrollments", "responses"]);
const now = new Date("2027-01-15T09:00:00Z");

/** Looking through all that is over would be 15,000 rows. What has a tag is looked through, and counted as well as listed. */
const mostInVain = 8000;

let database: TestDatabase;
/** One for all: what it learns of the tables takes longer than most plans. */
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  await fillDatabase(database.url, amounts, now.toISOString());
  client = await connectOnce(database.url);
}, 240_000);
afterAll(async () => {
  await client?.end();
  await database.close();
});

/** A workshop that is still to come, with ten enrolments; two of its people wait. */
const workshopId = rowId("workshop", 19_001);
const personId = rowId("person", 7919);
const questionnaireId = rowId("questionnaire", 5);
const draftId = rowId("response", 2013);

const list = (change: Partial<PublicListQuery>) => (tx: Tx) =>
  listPublished(tx, {
    ...{
      language: "en" as const,
      mode: "soonest" as const,
      q: undefined,
      tag: undefined,
      from: undefined,
      to: undefined,
    },
    ...{ now, limit: 20, after: undefined, ...change },
  });
const after = { rank: 0, startsAt: "2027-02-01T00:00:00Z", id: rowId("workshop", 18_200) };
const block = {
  after: { endsAt: "2027-01-25T00:00:00Z", startsAt: "2027-01-24T21:00:00Z", id: rowId("workshop", 18_100) },
  until: { endsAt: "2027-02-18T00:00:00Z", startsAt: "2027-02-17T21:00:00Z", id: rowId("workshop", 18_340) },
};
const studioList = { personId, isAll: true, q: undefined, status: undefined, limit: 20, after: undefined };
const saved = {
  ...{ id: draftId, questionnaireId, respondentId: personId, version: 1, language: "en" as const },
  ...{ answers: { q1: 3 }, at: now },
};

/** What the product sends while people use it, and indexes that each must be answered with. */
const statements: Record<string, { by: string[]; send: (tx: Tx) => Promise<unknown> }> = {
  "the public list": { by: ["workshops_not_over"], send: list({}) },
  "its next page": { by: ["workshops_not_over"], send: list({ after }) },
  "the public list of a tag": { by: [], send: list({ tag: "conflict" }) },
  "the public list of a week": { by: [], send: list({ from: "2026-05-04", to: "2026-05-10" }) },
  "a search in English": { by: ["workshops_search_ahead_en"], send: list({ mode: "en", q: "mediation pairs" }) },
  "a search for one English word": { by: ["workshops_search_ahead_en"], send: list({ mode: "en", q: "gardening" }) },
  "a search in Polish": {
    by: ["workshops_search_ahead_pl"],
    send: list({ language: "pl", mode: "pl", q: "mediacjach w parach" }),
  },
  "a search for one Polish word": {
    by: ["workshops_search_ahead_pl"],
    send: list({ language: "pl", mode: "pl", q: "ogrodnictwa" }),
  },
  "a search for a word of every workshop": {
    by: ["workshops_not_over"],
    send: list({ language: "pl", mode: "pl", q: "warsztaty" }),
  },
  "the second page of a block of its matches": {
    by: ["workshops_not_over"],
    send: list({ language: "pl", mode: "pl", q: "warsztaty", after: { ...after, rank: -0.5 }, block }),
  },
  "a search of days gone by in English": {
    by: ["idx_workshops_search_en"],
    send: list({ mode: "en", q: "gardening", from: "2025-03-01" }),
  },
  "a search of days gone by in Polish": {
    by: ["idx_workshops_search_pl"],
    send: list({ language: "pl", mode: "pl", q: "ogrodnictwa", from: "2025-03-01" }),
  },
  "a search by titles that look alike": { by: ["workshops_pkey"], send: list({ mode: "title", q: "mediaton" }) },
  "a workshop's address": {
    by: ["workshops_slug_en_key", "workshops_slug_pl_key"],
    send: (tx) => findBySlug(tx, "warsztat-19001", "pl"),
  },
  "a workshop's page": {
    by: ["workshops_pkey"],
    send: (tx) => findPublic(tx, workshopId, "pl"),
  },
  "the studio's drafts": {
    by: ["idx_workshops_status_created_at"],
    send: (tx) => catalogue.listStudio(tx, { ...studioList, status: "draft" }),
  },
  "the studio's list": { by: ["workshop_drafts_updated"], send: (tx) => catalogue.listStudio(tx, studioList) },
  "one's own workshops": {
    by: ["workshops_created_by", "workshop_drafts_facilitators"],
    send: (tx) => catalogue.listStudio(tx, { ...studioList, isAll: false }),
  },
  "workshops by their ids": {
    by: ["workshops_pkey"],
    send: (tx) => catalogue.findSummaries(tx, [workshopId, rowId("workshop", 3)]),
  },
  "a workshop's row, locked": { by: ["workshops_pkey"], send: (tx) => catalogue.lockForEnrolment(tx, workshopId) },
  "seats and line, counted": {
    by: ["idx_enrollments_workshop_status"],
    send: (tx) => enrolment.countOccupancy(tx, workshopId),
  },
  "seats and line for one person": {
    by: ["idx_enrollments_workshop_status"],
    send: (tx) => enrolment.findPlaceFacts(tx, workshopId, personId),
  },
  "what stands in the way": {
    by: ["idx_enrollments_user_status"],
    send: (tx) => enrolment.findObstacles(tx, workshopId, personId),
  },
  "the first in line, given a seat": {
    by: ["enrollments_line"],
    send: (tx) => enrolment.promoteFirst(tx, { workshopId, count: 1, status: "offered", offeredUntil: now, at: now }),
  },
  "offers that are overdue": {
    by: ["enrollments_open_offers"],
    send: (tx) => enrolment.listWorkshopsWithOverdueOffers(tx, new Date("2022-06-01Z")),
  },
  "one's living enrolment": { by: [], send: (tx) => enrolment.findLiving(tx, workshopId, personId) },
  "my enrolments": {
    by: ["idx_enrollments_user_status", "workshops_pkey", "enrollments_line"],
    send: (tx) => enrolment.listMine(tx, { personId, now, limit: 20, after: undefined }),
  },
  "a workshop's enrolments": {
    by: ["idx_enrollments_workshop_status"],
    send: (tx) => enrolment.listOfWorkshop(tx, { workshopId, status: undefined, limit: 50, after: undefined }),
  },
  "an autosave": { by: ["responses_pkey"], send: (tx) => responses.updateDraft(tx, { ...saved, baseRevision: 1 }) },
  "a response by its person": {
    by: ["responses_one_per_person"],
    send: (tx) => responses.findLiving(tx, questionnaireId, personId),
  },
  "my responses": {
    by: ["responses_respondent"],
    send: (tx) => responses.listOwn(tx, { personId, limit: 20, after: undefined }),
  },
  "submitted responses, counted": {
    by: ["responses_submitted"],
    send: (tx) => responses.countSubmitted(tx, questionnaireId),
  },
  "submitted responses, read": { by: [], send: (tx) => responses.listSubmitted(tx, questionnaireId) },
  "whether a questionnaire has responses": {
    by: ["idx_responses_questionnaire_created"],
    send: (tx) => findDraft(tx, questionnaireId),
  },
  "the list of questionnaires": {
    by: ["responses_submitted"],
    send: (tx) =>
      listQuestionnaires(tx, { personId, ownWorkshopIds: null, workshopId: undefined, limit: 20, after: undefined }),
  },
};

test.each(Object.entries(statements))("%s: by index", async (_name, { by, send }) => {
  const plans = await recordPlans(client, send);
  expect(plans.length).toBeGreaterThan(0);
  for (const kind of ["custom", "generic"] as const) {
    expect(readFromEndToEnd(plans, kind)).toEqual([]);
    // An index in the wrong order may also lead through everything.
    for (const plan of plans) expect(rowsInVain(plan[kind]), plan.text).toBeLessThan(mostInVain);
    expect(plans.flatMap((plan) => indexesOf(plan[kind]))).toEqual(expect.arrayContaining(by));
  }
});

/** About 1,700 of the workshops are to come; a twentieth of them has the topic, all of them have the word. */
test.each([
  ["a word of every workshop", { q: "warsztaty" }, 550],
  ["a word of every workshop, in the last block", { q: "warsztaty", block: { after: block.until, until: null } }, 550],
  ["the word of a topic", { q: "ogrodnictwa" }, 200],
])("what a search reads of workshops does not grow with them: %s", async (_name, change, most) => {
  const plans = await recordPlans(client, list({ language: "pl", mode: "pl", ...change }));
  for (const kind of ["custom", "generic"] as const) {
    const read = plans.reduce((sum, plan) => sum + rowsReadOf(plan[kind], "workshops"), 0);
    expect(read).toBeGreaterThan(20);
    expect(read).toBeLessThan(most);
  }
});

function readFromEndToEnd(plans: RecordedPlan[], kind: "custom" | "generic") {
  return plans
    .filter((plan) => scannedTables(plan[kind]).some((table) => bigTables.has(table)))
    .map(({ text }) => text);
}

test("the comparison of titles is by index, inside the function that does it", async () => {
  const [plan] = await recordPlans(client, async (tx) => {
    // The setting that the function brings along, and its body with values for its parameters.
    await tx.run(sql`set local pg_trgm.word_similarity_threshold = 0.4`);
    const { body } = await tx.one<{ body: string }>(sql`
      select pg_get_function_sqlbody('search_workshop_titles(text, timestamptz)'::regprocedure) as body`);
    const query = body.replace(/^\s*BEGIN ATOMIC/, "").replace(/;\s*END\s*$/, "");
    const asked = query.replace(/(search_workshop_titles\.)?\bq\b/g, "'mediaton'::text");
    await tx.run({ text: asked.replace(/(search_workshop_titles\.)?\bends_from\b/g, "now()"), values: [] });
  }).then((plans) => plans.slice(-1));
  expect(plan && indexesOf(plan.custom)).toContain("workshops_title_trigrams");
  expect(plan && scannedTables(plan.custom)).toEqual([]);
});

test("the performance guide's index of the newest workshops, which no statement of ours needs, serves its own query", async () => {
  const plans = await recordPlans(client, (tx) =>
    tx.many(sql`select id, title from workshops where status = 'published' order by published_at desc limit 20`),
  );
  expect(plans.flatMap(({ custom }) => indexesOf(custom))).toEqual(["idx_workshops_published_at_desc"]);
});

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paragraphs } from "../../shared/catalogue/rich-text.ts";
import type { WorkshopChanges, WorkshopContent } from "../../shared/catalogue/workshop.ts";
import { type Language, languages, otherLanguage } from "../../shared/kernel/locale.ts";
import type { Person } from "../platform/authz/actor.ts";
import { sql } from "../platform/db/sql.ts";
import {
  addFacilitator,
  addLocation,
  addPerson,
  readyContent,
  sessionIn,
  type TestWorkshops,
  testWorkshops,
} from "../testing/test-workshops.ts";
import { createWorkshop } from "./create-workshop.ts";
import { cancelWorkshop } from "./end-workshop.ts";
import { publishWorkshop } from "./publish-workshop.ts";
import { saveDraft } from "./save-draft.ts";

let it: TestWorkshops;
let editor: Person;
beforeAll(async () => {
  it = await testWorkshops();
  editor = await addPerson(it.db, "editor");
});
afterAll(() => it.close());

const create = async (change: WorkshopChanges = {}) => {
  const facilitators = [{ facilitatorId: await addFacilitator(it.db), part: "lead" as const }];
  const content = readyContent({ facilitators, ...change });
  return createWorkshop(it.deps, editor, { content, language: "en" });
};
const publish = (workshopId: string, version: number, language: Language) =>
  publishWorkshop(it.deps, editor, { workshopId, version, language, reader: "en" });
const save = (workshopId: string, baseVersion: number, changes: WorkshopChanges) =>
  saveDraft(it.deps, editor, { workshopId, baseVersion, changes, language: "en" });

describe("publishing", () => {
  test("shows one language and says what is missing for the other", async () => {
    const draft = await create({ title: { pl: "Rozmowy przy stole" }, description: { pl: paragraphs("Rozmawiamy.") } });
    expect(await it.catalogue.getPublicWorkshop("rozmowy-przy-stole", "pl")).toBeUndefined();
    const published = await publish(draft.id, 1, "pl");
    expect(published).toMatchObject({
      status: "published",
      languageStates: { pl: "published" },
      slugs: { pl: "rozmowy-przy-stole" },
    });
    const found = await it.catalogue.getPublicWorkshop("rozmowy-przy-stole", "en");
    expect(found?.workshop).toMatchObject({ title: { text: "Rozmowy przy stole", language: "pl" }, languages: ["pl"] });
    await expect(publish(draft.id, 1, "en")).rejects.toMatchObject({
      code: "not_publishable",
      details: { issues: [{ field: "title.en" }, { field: "description.en" }] },
    });
  });

  test("edits reach the public page only when they are published", async () => {
    const draft = await create({ title: { en: "Quiet rooms" } });
    await publish(draft.id, 1, "en");
    const saved = await save(draft.id, 1, { title: { en: "Quiet rooms" }, summary: { en: "New words." } });
    expect(saved.unpublishedLanguages).toEqual(["en", "pl"]);
    const before = await it.catalogue.getPublicWorkshop("quiet-rooms", "en");
    expect(before?.workshop.summary?.text).not.toBe("New words.");
    await publish(draft.id, saved.version, "en");
    const after = await it.catalogue.getPublicWorkshop("quiet-rooms", "en");
    expect(after?.workshop.summary?.text).toBe("New words.");
  });

  test("keeps the slug until the title changes; then the old one still leads there", async () => {
    const first = await create({ title: { en: "Listening" } });
    const second = await create({ title: { en: "Listening" }, sessions: [sessionIn(24 * 31)] });
    await publish(first.id, 1, "en");
    expect((await publish(second.id, 1, "en")).slugs.en).toBe("listening-2");
    const saved = await save(second.id, 1, { title: { en: "Listening well" } });
    expect((await publish(second.id, saved.version, "en")).slugs.en).toBe("listening-well");
    expect(await it.catalogue.getPublicWorkshop("listening-2", "en")).toMatchObject({
      isOldSlug: true,
      workshop: { id: second.id, slug: "listening-well" },
    });
    const back = await save(second.id, saved.version, { title: { en: "Listening" } });
    expect((await publish(second.id, back.version, "en")).slugs.en).toBe("listening-2");
    expect(await it.catalogue.getPublicWorkshop("listening-2", "en")).toMatchObject({ isOldSlug: false });
  });

  test("needs the version that the editor saw", async () => {
    const draft = await create();
    await save(draft.id, 1, { capacity: 5 });
    await expect(publish(draft.id, 1, "en")).rejects.toMatchObject({ code: "edit_conflict", details: { version: 2 } });
  });

  test("sessions of one workshop may swap their times", async () => {
    const room = await addLocation(it.db);
    const [a, b] = [sessionIn(24 * 40, { locationId: room }), sessionIn(24 * 41, { locationId: room })];
    const draft = await create({ sessions: [a, b] });
    await publish(draft.id, 1, "en");
    const swapped = [
      { ...a, startsAt: b.startsAt, endsAt: b.endsAt },
      { ...b, startsAt: a.startsAt, endsAt: a.endsAt },
    ];
    const saved = await save(draft.id, 1, { sessions: swapped });
    await expect(publish(draft.id, saved.version, "en")).resolves.toMatchObject({ status: "published" });
  });

  test("refuses a place and a facilitator that are taken, and names what is in the way; cancelling frees them", async () => {
    const room = await addLocation(it.db, "Attic");
    const facilitators = [{ facilitatorId: await addFacilitator(it.db, undefined, "Jan Kot"), part: "lead" as const }];
    const sessions = () => [sessionIn(24 * 50, { locationId: room })];
    const first = await create({ facilitators, sessions: sessions(), title: { en: "The first" } });
    const second = await create({ facilitators, sessions: sessions() });
    await publish(first.id, 1, "en");
    await expect(publish(second.id, 1, "en")).rejects.toMatchObject({
      code: "overlapping_session",
      details: {
        clashes: [
          { kind: "facilitator", name: "Jan Kot", workshopId: first.id },
          { kind: "location", name: "Attic", workshopTitle: { en: "The first" }, position: 0 },
        ],
      },
    });
    await cancelWorkshop(it.deps, editor, first.id);
    await expect(publish(second.id, 1, "en")).resolves.toMatchObject({ status: "published" });
  });

  test("a session's id cannot be taken from another workshop", async () => {
    const session = sessionIn(24 * 60);
    const first = await create({ sessions: [session] });
    const second = await create({ sessions: [{ ...session, ...sessionTimes(24 * 61) }] });
    await publish(first.id, 1, "en");
    await expect(publish(second.id, 1, "en")).rejects.toMatchObject({ code: "not_publishable" });
  });
});

const sessionTimes = (hours: number) => {
  const { startsAt, endsAt } = sessionIn(hours);
  return { startsAt, endsAt };
};

test("publishing one language never changes a byte of the other language's texts, nor its state", async () => {
  const text = fc
    .string({ minLength: 1, maxLength: 20 })
    .map((value) => `${value.replace(/[\0\ud800-\udfff]/g, "").trim()}x`);
  const lines = fc.array(fc.record({ en: text, pl: text }, { requiredKeys: [] }), { maxLength: 4 });
  const both = fc.record({ en: text, pl: text });
  const sessions = [sessionIn(24 * 70), sessionIn(24 * 71)];
  const changes = fc.record(
    {
      title: both,
      subtitle: both,
      summary: both,
      objectives: lines,
      requirements: lines,
      capacity: fc.integer({ min: 2, max: 9 }),
    },
    { requiredKeys: [] },
  );
  const titles = fc.record({ title: both, description: fc.record({ en: text, pl: text }, { requiredKeys: [] }) });
  const steps = fc.array(fc.tuple(changes, titles, fc.constantFrom(...languages)), { minLength: 1, maxLength: 6 });
  const draft = await create({ sessions });
  let version = draft.version;
  await publish(draft.id, version, "en");
  await publish(draft.id, version, "pl");
  await fc.assert(
    fc.asyncProperty(steps, async (walk) => {
      for (const [change, session, language] of walk) {
        const [first, second] = sessions as [(typeof sessions)[0], (typeof sessions)[0]];
        const saved = await save(draft.id, version, { ...change, sessions: [{ ...first, ...session }, second] });
        const other = otherLanguage(language);
        const before = await textsOf(draft.id, other);
        const published = await publish(draft.id, saved.version, language);
        version = published.version;
        expect(await textsOf(draft.id, other)).toEqual(before);
        expect(published.languageStates[other]).toBe(saved.languageStates[other]);
        expect(published.languageStates[language]).toBe("published");
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** Everything the live rows say in one language, as text. */
const textsOf = (workshopId: string, language: Language) =>
  it.db.one<Record<keyof WorkshopContent | "slug", string>>(sql`
    select (title -> ${language}::text)::text as title, (subtitle -> ${language}::text)::text as subtitle,
      (summary -> ${language}::text)::text as summary, (description -> ${language}::text)::text as description,
      (objectives -> ${language}::text)::text as objectives, (requirements -> ${language}::text)::text as requirements,
      case when ${language} = 'en' then slug_en else slug_pl end as slug,
      case when ${language} = 'en' then search_vector_en else search_vector_pl end::text as search,
      (select json_agg(json_build_array(s.title -> ${language}::text, s.description -> ${language}::text) order by s.id)::text
        from sessions s where s.workshop_id = w.id) as sessions
    from workshops w where id = ${workshopId}::uuid`);

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkshopChanges } from "../../shared/catalogue/workshop.ts";
import { newId } from "../../shared/kernel/id.ts";
import type { Person } from "../platform/authz/actor.ts";
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
import { deleteWorkshop } from "./delete-workshop.ts";
import { duplicateWorkshop } from "./duplicate-workshop.ts";
import { archiveWorkshop } from "./end-workshop.ts";
import { getDraft } from "./get-draft.ts";
import { listStudioWorkshops } from "./list-studio-workshops.ts";
import { publishWorkshop } from "./publish-workshop.ts";
import { listRevisions, restoreRevision } from "./revisions.ts";
import { saveDraft } from "./save-draft.ts";

let it: TestWorkshops;
let editor: Person;
beforeAll(async () => {
  it = await testWorkshops();
  editor = await addPerson(it.db, "editor");
});
afterAll(() => it.close());

const create = (change: WorkshopChanges = {}, actor = editor) =>
  createWorkshop(it.deps, actor, { content: readyContent(change), language: "en" });
const save = (actor: Person, workshopId: string, base: number, changes: WorkshopChanges) =>
  saveDraft(it.deps, actor, { workshopId, baseVersion: base, changes, language: "en" });

describe("saving a draft", () => {
  test("merges changes to different fields that started from the same version", async () => {
    const { id } = await create();
    await save(editor, id, 1, { capacity: 7 });
    const merged = await save(editor, id, 1, { summary: { en: "Other words." } });
    expect(merged).toMatchObject({ version: 3, content: { capacity: 7, summary: { en: "Other words." } } });
  });

  test("answers both values when the same field was changed, and keeps what is there", async () => {
    const { id } = await create();
    await save(editor, id, 1, { capacity: 7 });
    await expect(save(editor, id, 1, { capacity: 8, currency: "PLN" })).rejects.toMatchObject({
      code: "edit_conflict",
      details: { conflicts: [{ field: "capacity", yours: 8, theirs: 7 }], version: 2 },
    });
    expect((await getDraft(it.deps, editor, id)).content).toMatchObject({ capacity: 7, currency: null });
    expect(await save(editor, id, 1, { capacity: 7 })).toMatchObject({ version: 2 });
  });

  test("lets exactly one of two saves at the same moment have the field", async () => {
    const { id } = await create();
    const answers = await Promise.allSettled([5, 6, 7, 8].map((capacity) => save(editor, id, 1, { capacity })));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("names the fields that refer to nothing", async () => {
    const { id } = await create();
    const session = sessionIn(50, { locationId: newId() });
    const changes = { category: "level", tagCodes: ["team", "nonsense"], sessions: [session, session] };
    await expect(save(editor, id, 1, changes)).rejects.toMatchObject({
      code: "invalid_input",
      details: {
        issues: [
          { field: "changes.sessions.0.locationId" },
          { field: "changes.sessions.1.locationId" },
          { field: "changes.sessions.1.id" },
          { field: "changes.tagCodes.1" },
          { field: "changes.category" },
        ],
      },
    });
  });
});

describe("whose a draft is", () => {
  test("another editor does not get to know of it", async () => {
    const { id } = await create();
    const other = await addPerson(it.db, "editor");
    await expect(getDraft(it.deps, other, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(save(other, id, 1, { capacity: 3 })).rejects.toMatchObject({ code: "not_found" });
    const list = await listStudioWorkshops(it.deps, other, { limit: 20, language: "en" });
    expect(list.items).toEqual([]);
  });

  test("its facilitator reads it and edits its sessions, nothing else", async () => {
    const person = await addPerson(it.db, "facilitator");
    const facilitatorId = await addFacilitator(it.db, person);
    const { id } = await create({ facilitators: [{ facilitatorId, part: "lead" }] });
    expect(await getDraft(it.deps, person, id)).toMatchObject({ canEdit: false, canEditSessions: true });
    await expect(save(person, id, 1, { capacity: 3 })).rejects.toMatchObject({ code: "forbidden" });
    expect(await save(person, id, 1, { sessions: [sessionIn(60)] })).toMatchObject({ version: 2 });
    await expect(archiveWorkshop(it.deps, person, id)).rejects.toMatchObject({ code: "forbidden" });
    expect((await listStudioWorkshops(it.deps, person, { limit: 20, language: "en" })).items).toMatchObject([{ id }]);
  });

  test("a moderator reads all and edits sessions; an admin edits all", async () => {
    const { id } = await create();
    const moderator = await addPerson(it.db, "moderator");
    expect(await getDraft(it.deps, moderator, id)).toMatchObject({ canEdit: false, canEditSessions: true });
    await expect(save(moderator, id, 1, { capacity: 3 })).rejects.toMatchObject({ code: "forbidden" });
    const admin = await addPerson(it.db, "admin");
    expect(await save(admin, id, 1, { capacity: 3 })).toMatchObject({ version: 2, canEdit: true });
  });
});

test("every publish is a revision that can be restored into the draft", async () => {
  const facilitators = [{ facilitatorId: await addFacilitator(it.db), part: "lead" as const }];
  const { id } = await create({ facilitators, title: { en: "Version one" } });
  await publishWorkshop(it.deps, editor, { workshopId: id, version: 1, language: "en", reader: "en" });
  const saved = await save(editor, id, 1, { title: { en: "Version two" } });
  await publishWorkshop(it.deps, editor, { workshopId: id, version: saved.version, language: "en", reader: "en" });
  const { items } = await listRevisions(it.deps, editor, id);
  expect(items).toMatchObject([
    { number: 2, language: "en", publishedBy: editor.name },
    { number: 1, language: "en" },
  ]);
  const restored = await restoreRevision(it.deps, editor, { workshopId: id, number: 1 });
  expect(restored).toMatchObject({
    version: 3,
    content: { title: { en: "Version one" } },
    unpublishedLanguages: ["en", "pl"],
  });
  const page = await it.catalogue.getPublicWorkshop("version-two", "en");
  expect(page?.workshop.title.text).toBe("Version two");
});

describe("a copy", () => {
  test("has everything but enrolments, as a draft", async () => {
    const { id } = await create({ capacity: 9, sessions: [] });
    const copy = await duplicateWorkshop(it.deps, editor, id);
    expect(copy).toMatchObject({ status: "draft", version: 1, slugs: {}, content: { capacity: 9, sessions: [] } });
    expect(copy.id).not.toBe(id);
  });

  test("has its sessions in later weeks, on the same weekdays and by the same clock, also across the change of clocks", async () => {
    const place = await addLocation(it.db);
    const at = (startsAt: string, endsAt: string) => sessionIn(0, { startsAt, endsAt, locationId: place });
    const sessions = [
      at("2027-03-08T17:00:00.000Z", "2027-03-08T19:00:00.000Z"),
      at("2027-03-22T17:00:00.000Z", "2027-03-22T19:00:00.000Z"),
    ];
    const { id } = await create({ sessions });
    const copy = await duplicateWorkshop(it.deps, editor, id);
    const times = copy.content.sessions.map(({ startsAt, endsAt }) => [startsAt, endsAt]);
    // After the last of the old ones, at 18:00 in Warsaw: in summer that is an hour earlier by UTC.
    expect(times).toEqual([
      ["2027-03-29T16:00:00.000Z", "2027-03-29T18:00:00.000Z"],
      ["2027-04-12T16:00:00.000Z", "2027-04-12T18:00:00.000Z"],
    ]);
    expect(copy.content.sessions.map(({ locationId }) => locationId)).toEqual([place, place]);
    const ids = new Set([...sessions, ...copy.content.sessions].map((session) => session.id));
    expect(ids.size).toBe(4);
  });

  test("skips weeks in which its place is taken", async () => {
    const locationId = await addLocation(it.db);
    const session = (day: string) =>
      sessionIn(0, { startsAt: `${day}T08:00:00.000Z`, endsAt: `${day}T09:00:00.000Z`, locationId });
    const facilitatorId = await addFacilitator(it.db);
    const other = await create({ sessions: [session("2027-06-14")], facilitators: [{ facilitatorId, part: "lead" }] });
    await publishWorkshop(it.deps, editor, { workshopId: other.id, version: 1, language: "en", reader: "en" });
    const { id } = await create({ sessions: [session("2027-06-07")], facilitators: [] });
    const copy = await duplicateWorkshop(it.deps, editor, id);
    expect(copy.content.sessions[0]?.startsAt).toBe("2027-06-21T08:00:00.000Z");
  });
});

test("a workshop in the bin is gone for everyone, and purged after 90 days", async () => {
  const { id } = await create();
  await deleteWorkshop(it.deps, editor, id);
  await expect(getDraft(it.deps, editor, id)).rejects.toMatchObject({ code: "not_found" });
  const purge = it.catalogue.scheduled.find(({ name }) => name === "catalogue.purgeDeleted");
  await purge?.run();
  expect((await it.catalogue.workshopSummaries(it.db, [id])).size).toBe(1);
  it.clock.advance(91 * 24 * 60 * 60 * 1000);
  await purge?.run();
  expect((await it.catalogue.workshopSummaries(it.db, [id])).size).toBe(0);
});

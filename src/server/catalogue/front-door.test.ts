import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogueContract as contract } from "../../shared/catalogue/contract.ts";
import { paragraphs } from "../../shared/catalogue/rich-text.ts";
import { enrolmentContract } from "../../shared/enrolment/contract.ts";
import { identityContract } from "../../shared/identity/contract.ts";
import { newId } from "../../shared/kernel/id.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { readyContent, sessionIn } from "../testing/test-workshops.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test("an editor makes a bilingual workshop, sees what is missing, publishes, and people take its seats", async () => {
  const moderator = await app.as("moderator");
  const editor = await app.as("editor", "Ewa Lis");
  const { id: facilitatorId } = await moderator.ok(contract.createFacilitator, { body: { name: "Ada Nowak" } });
  const { id: locationId } = await moderator.ok(contract.createLocation, {
    body: { name: "Reading room", city: "Łódź" },
  });

  const draft = await editor.ok(contract.createWorkshop, {
    body: { content: { title: { pl: "Mediacje w zespole" } } },
  });
  const params = { workshopId: draft.id };
  const missing = await editor.ok(contract.getChecklist, {
    params,
    query: { language: "pl" },
    headers: { "accept-language": "pl" },
  });
  expect(missing.isPublishable).toBe(false);
  expect(missing.items).toContainEqual({
    field: "facilitators",
    code: "facilitator_missing",
    severity: "error",
    message: "Przypisz co najmniej jedną osobę prowadzącą.",
  });
  const refused = await editor.call(contract.publish, { params, body: { language: "pl", version: 1 } });
  expect(refused).toMatchObject({ status: 422, problem: { code: "not_publishable" } });
  expect(refused.problem.issues?.map(({ field }) => field)).toEqual([
    "description.pl",
    "sessions",
    "capacity",
    "facilitators",
  ]);

  const changes = readyContent({
    facilitators: [{ facilitatorId, part: "lead" }],
    sessions: [sessionIn(24 * 7, { locationId }), sessionIn(24 * 8, { locationId })],
    confirmsAtOnce: true,
    tagCodes: ["conflict"],
  });
  const saved = await editor.ok(contract.saveDraft, { params, body: { baseVersion: 1, changes } });
  const publish = (language: "en" | "pl") =>
    editor.ok(contract.publish, { params, body: { language, version: saved.version } });
  await publish("pl");
  expect(await publish("en")).toMatchObject({
    status: "published",
    languageStates: { en: "published", pl: "published" },
    unpublishedLanguages: [],
    slugs: { en: "mediation-in-a-team", pl: "mediacje-w-zespole" },
  });

  for (const query of [{ lang: "pl", q: "mediacji" } as const, { lang: "en", q: "mediations" } as const]) {
    const list = await app.anonymous.ok(contract.listWorkshops, { query });
    expect(list).toMatchObject({ total: 1, items: [{ id: draft.id, seatsLeft: 2, city: "Łódź" }] });
  }
  const page = await app.anonymous.ok(contract.getWorkshop, {
    params: { slug: "mediacje-w-zespole" },
    query: { lang: "pl" },
  });
  expect(page.sessions).toHaveLength(2);

  const [first, second, third] = [
    await app.as("participant"),
    await app.as("participant"),
    await app.as("participant"),
  ];
  const seat = await first.ok(enrolmentContract.enrol, { params, body: {} });
  expect(seat.status).toBe("confirmed");
  await second.ok(enrolmentContract.enrol, { params, body: {} });
  expect(await third.ok(enrolmentContract.enrol, { params, body: {} })).toMatchObject({
    status: "waitlisted",
    position: 1,
  });
  expect(await third.call(enrolmentContract.enrol, { params, body: {} })).toMatchObject({
    problem: { code: "already_enrolled" },
  });
  await first.ok(enrolmentContract.cancelEnrolment, { params: { enrolmentId: seat.id } });
  expect(await third.ok(enrolmentContract.getMyEnrolment, { params })).toMatchObject({
    enrolment: { status: "confirmed" },
  });
  expect(await third.ok(enrolmentContract.listMyEnrolments, { query: { lang: "pl" } })).toMatchObject({
    total: 1,
    items: [{ workshop: { slug: "mediacje-w-zespole", title: { text: "Mediacje w zespole" }, isCancelled: false } }],
  });
  const enrolled = await editor.ok(enrolmentContract.listWorkshopEnrolments, { params, query: { limit: 2 } });
  expect(enrolled).toMatchObject({ total: 3, items: [{ status: "confirmed" }, { status: "confirmed" }] });
  const studio = await editor.ok(contract.listStudioWorkshops, { query: { q: "zespole" } });
  expect(studio.items).toMatchObject([{ taken: 2, waiting: 0, isOwn: true, createdBy: { name: "Ewa Lis" } }]);

  const tooFew = await editor.call(contract.saveDraft, {
    params,
    body: { baseVersion: saved.version, changes: { capacity: 1 } },
  });
  expect(tooFew).toMatchObject({ status: 422, problem: { code: "capacity_below_taken", taken: 2 } });
  expect(await editor.call(contract.deleteWorkshop, { params })).toMatchObject({
    problem: { code: "invalid_transition" },
  });
  expect(await editor.ok(contract.cancel, { params })).toMatchObject({ status: "cancelled", canEdit: false });
  expect((await app.anonymous.ok(contract.listWorkshops, { query: {} })).total).toBe(0);
  expect(await app.anonymous.ok(contract.getWorkshop, { params: { slug: "mediacje-w-zespole" } })).toMatchObject({
    status: "cancelled",
  });
});

describe("bad input", () => {
  test("is named by its field", async () => {
    const editor = await app.as("editor");
    const session = sessionIn(5, { startsAt: "0000-01-01T00:00:00Z" });
    const answers = [
      await app.anonymous.call(contract.listWorkshops, { query: { from: "0000-01-01" } }),
      await app.anonymous.call(contract.listWorkshops, { query: { cursor: "bm9uc2Vuc2U" } }),
      await editor.call(contract.createWorkshop, { body: { content: { sessions: [session] } } }),
      await editor.call(contract.createWorkshop, { body: { content: { category: "nothing" } } }),
      await editor.call(contract.createWorkshop, {
        body: { content: { facilitators: [{ facilitatorId: newId(), part: "lead" }] } },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
    expect(answers.map(({ problem }) => problem.issues?.[0]?.field)).toEqual([
      "from",
      "cursor",
      "content.sessions.0.startsAt",
      "content.category",
      "content.facilitators.0.facilitatorId",
    ]);
  });

  test("unknown workshops and slugs are not there", async () => {
    const admin = await app.as("admin");
    const params = { workshopId: newId() };
    expect((await app.anonymous.call(contract.getWorkshop, { params: { slug: "no-such-thing" } })).status).toBe(404);
    expect((await admin.call(contract.getDraft, { params })).status).toBe(404);
    expect((await admin.call(contract.restoreRevision, { params: { ...params, number: 1 } })).status).toBe(404);
    expect((await admin.call(enrolmentContract.enrol, { params, body: {} })).status).toBe(404);
    expect((await admin.call(enrolmentContract.listWorkshopEnrolments, { params })).status).toBe(404);
    expect((await admin.call(enrolmentContract.confirmEnrolment, { params: { enrolmentId: newId() } })).status).toBe(
      404,
    );
  });

  test("text with HTML and SQL in it stays text", async () => {
    const editor = await app.as("editor");
    const title = { en: `<script>alert("1")</script>'; drop table workshops; --` };
    const description = { en: paragraphs("<b>\\'") };
    const draft = await editor.ok(contract.createWorkshop, { body: { content: { title, description } } });
    expect(draft.content).toMatchObject({ title, description });
  });
});

test("a facilitator is linked to an account once, and only to one that exists", async () => {
  const moderator = await app.as("moderator");
  const person = await app.as("facilitator");
  const body = { name: "Jan Kot", email: person.email.toUpperCase() };
  expect(await moderator.ok(contract.createFacilitator, { body })).toMatchObject({ personId: person.personId });
  expect((await moderator.call(contract.createFacilitator, { body })).problem.code).toBe("conflict");
  const unknown = await moderator.call(contract.createFacilitator, { body: { ...body, email: "nobody@example.org" } });
  expect(unknown.problem.code).toBe("not_found");
  expect((await person.call(contract.createFacilitator, { body })).status).toBe(403);
});

test("tags come in both languages", async () => {
  const { items } = await app.anonymous.ok(contract.listTags);
  expect(items.length).toBeGreaterThanOrEqual(25);
  expect(items).toContainEqual(
    expect.objectContaining({ code: "conflict", name: { en: "Conflict and mediation", pl: "Konflikt i mediacje" } }),
  );
});

test("facilitators read the lists of facilitators and places, but not who has which account", async () => {
  const [moderator, facilitator] = [await app.as("moderator"), await app.as("facilitator")];
  const { email } = await facilitator.ok(identityContract.getProfile, {});
  const { id, personId } = await moderator.ok(contract.createFacilitator, { body: { name: "Jan Wilk", email } });
  expect(personId).not.toBeNull();
  const listed = async (client: typeof moderator) =>
    (await client.ok(contract.listFacilitators, {})).items.find((each) => each.id === id);
  expect(await listed(moderator)).toMatchObject({ name: "Jan Wilk", personId });
  expect(await listed(facilitator)).toMatchObject({ name: "Jan Wilk", personId: null });
  expect((await facilitator.call(contract.listLocations, {})).status).toBe(200);
  expect((await facilitator.call(contract.createLocation, { body: { name: "Mine" } })).problem.code).toBe("forbidden");
  expect((await (await app.as("participant")).call(contract.listFacilitators, {})).problem.code).toBe("forbidden");
});

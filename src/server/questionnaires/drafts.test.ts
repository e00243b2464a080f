import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import { questionnairesContract as contract } from "../../shared/questionnaires/contract.ts";
import { responsesContract } from "../../shared/responses/contract.ts";
import { sql } from "../platform/db/sql.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { type Editor, facilitate, questionnaireContent, workshopOf, yesNo } from "./questionnaire.testing.ts";

let app: TestApp;
let editor: Editor;
beforeAll(async () => {
  app = await testApp();
  editor = await app.as("editor");
});
afterAll(() => app.close());

const create = async (who: Editor, workshopId: string | null = null) =>
  who.ok(contract.create, { body: { workshopId, content: questionnaireContent() } });
const publish = (who: Editor, questionnaireId: string, version = 1) =>
  who.ok(contract.publish, { params: { questionnaireId }, body: { version, languages: ["en"] } });

test("a new questionnaire is an empty draft for those who have a seat; without a workshop it is for anyone", async () => {
  const workshopId = await workshopOf(app, editor);
  const made = await editor.ok(contract.create, { body: { workshopId } });
  expect(made).toMatchObject({
    status: "draft",
    version: 1,
    currentVersion: null,
    settings: { audience: "confirmed", identityMode: "identified", opensAt: null, closesAt: null },
    content: { title: {}, sections: [] },
    languageStates: { en: "missing", pl: "missing" },
    hasUnpublishedChanges: true,
    isIdentityModeLocked: false,
    canEdit: true,
  });
  expect((await create(editor)).settings.audience).toBe("anyone");
});

test("a save on an older version answers with the present draft, a repeated save with what is there", async () => {
  const { id } = await create(editor);
  const params = { questionnaireId: id };
  const content = questionnaireContent(yesNo("changed"));
  const first = await editor.ok(contract.saveDraft, { params, body: { baseVersion: 1, content } });
  expect(first.version).toBe(2);
  expect(await editor.ok(contract.saveDraft, { params, body: { baseVersion: 1, content } })).toEqual(first);
  const body = { baseVersion: 1, content: questionnaireContent(yesNo("other")) };
  const late = await editor.call(contract.saveDraft, { params, body });
  expect(late).toMatchObject({ status: 409, problem: { code: "edit_conflict", draft: { version: 2 } } });
  expect(await editor.ok(contract.getDraft, { params })).toEqual(first);
});

test("two saves at the same moment: one is taken, the other is told", async () => {
  const { id } = await create(editor);
  const save = (code: string) =>
    editor.call(contract.saveDraft, {
      params: { questionnaireId: id },
      body: { baseVersion: 1, content: questionnaireContent(yesNo(code)) },
    });
  const answers = await Promise.all([save("one"), save("two"), save("three")]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
});

test("settings that do not fit together are refused in the editor's language", async () => {
  const { id } = await create(editor);
  const settings = {
    opensAt: "2027-02-01T00:00:00Z",
    closesAt: "2027-01-31T00:00:00Z",
    audience: "confirmed" as const,
  };
  const call = {
    params: { questionnaireId: id },
    body: { baseVersion: 1, settings },
    headers: { "accept-language": "pl" },
  };
  const { problem } = await editor.call(contract.saveDraft, call);
  expect(problem).toMatchObject({
    code: "invalid_input",
    issues: [
      { field: "settings.closesAt", code: "closes_before_opening", message: "Koniec wypada przed początkiem." },
      { field: "settings.audience", code: "audience_without_workshop" },
    ],
  });
});

test("the identity mode is locked from the first response on, and so is deletion", async () => {
  const { id } = await create(editor);
  const params = { questionnaireId: id };
  const save = (settings: object) => editor.call(contract.saveDraft, { params, body: { baseVersion: 1, settings } });
  await publish(editor, id);
  const response = { version: 1, language: "en" as const, answers: {}, baseRevision: 0 };
  await editor.ok(responsesContract.saveResponse, { params: { ...params, responseId: newId() }, body: response });
  expect((await save({ identityMode: "anonymous" })).problem.code).toBe("identity_mode_locked");
  expect((await editor.call(contract.deleteQuestionnaire, { params })).problem.code).toBe("invalid_transition");
  const closing = await save({ closesAt: "2027-03-01T00:00:00.000Z" });
  expect(closing.body).toMatchObject({
    version: 2,
    isIdentityModeLocked: true,
    settings: { identityMode: "identified" },
  });
  const published = await app.anonymous.ok(contract.getPublished, { params });
  expect(published.closesAt).toBe("2027-03-01T00:00:00.000Z");
});

test("the identity mode may change before anybody has answered, also after publishing", async () => {
  const { id } = await create(editor);
  await publish(editor, id);
  const body = { baseVersion: 1, settings: { identityMode: "anonymous" as const } };
  const saved = await editor.ok(contract.saveDraft, { params: { questionnaireId: id }, body });
  expect(saved.settings.identityMode).toBe("anonymous");
});

test("a questionnaire in the bin is gone, and after 90 days its row is, too", async () => {
  const { id } = await create(editor);
  await publish(editor, id);
  const params = { questionnaireId: id };
  expect((await editor.call(contract.deleteQuestionnaire, { params })).status).toBe(204);
  expect((await editor.call(contract.getDraft, { params })).status).toBe(404);
  expect((await app.anonymous.call(contract.getPublished, { params })).status).toBe(404);
  const rows = () => app.db.many(sql`select 1 from questionnaire_versions where questionnaire_id = ${id}`);
  const purge = app.features.questionnaires.scheduled.find(({ name }) => name === "questionnaires.purgeDeleted");
  await purge?.run();
  expect(await rows()).toHaveLength(1);
  app.clock.advance(91 * 24 * 60 * 60 * 1000);
  await purge?.run();
  expect(await rows()).toHaveLength(0);
  app.clock.set("2027-01-15T09:00:00Z");
});

test("who may read and change a questionnaire", async () => {
  const workshopId = await workshopOf(app, editor);
  const draft = await create(editor, workshopId);
  const published = await create(editor, workshopId);
  await publish(editor, published.id);
  const attempt = async (who: Editor, questionnaireId: string) => {
    const params = { questionnaireId };
    const read = await who.call(contract.getDraft, { params });
    const save = await who.call(contract.saveDraft, { params, body: { baseVersion: 1, settings: {} } });
    return `${read.status} ${save.status}`;
  };
  const expected: [Role, boolean, string, string][] = [
    ["participant", false, "403 403", "403 403"],
    ["facilitator", false, "404 403", "403 403"],
    ["facilitator", true, "200 403", "200 403"],
    ["moderator", false, "200 403", "200 403"],
    ["editor", false, "404 404", "403 403"],
    ["editor", true, "200 200", "200 200"],
    ["admin", false, "200 200", "200 200"],
  ];
  for (const [role, isAssigned, ofDraft, ofPublished] of expected) {
    const who = await app.as(role);
    if (isAssigned) await facilitate(app, who, workshopId);
    const found = [role, isAssigned, await attempt(who, draft.id), await attempt(who, published.id)];
    expect(found).toEqual([role, isAssigned, ofDraft, ofPublished]);
  }
  expect(await attempt(editor, draft.id)).toBe("200 200");
  const elsewhere = await (await app.as("editor")).call(contract.create, { body: { workshopId } });
  expect(elsewhere.problem.code).toBe("forbidden");
});

test("the list shows what one may see, page by page, last edited first", async () => {
  const own = await app.as("editor");
  const workshopId = await workshopOf(app, own);
  const ids: string[] = [];
  for (let index = 0; index < 3; index++) {
    app.clock.advance(1000);
    ids.unshift((await create(own, index === 0 ? null : workshopId)).id);
  }
  const first = await own.ok(contract.list, { query: { limit: 2 } });
  expect(first.total).toBe(3);
  const second = await own.ok(contract.list, { query: { limit: 2, cursor: first.nextCursor ?? "" } });
  expect([...first.items, ...second.items].map((item) => item.id)).toEqual(ids);
  expect(second.nextCursor).toBeNull();
  expect(first.items[0]).toMatchObject({ workshopTitle: { en: "Workshop" }, responseCount: 0, isOwn: true });
  expect((await own.ok(contract.list, { query: { workshopId } })).total).toBe(2);
  const facilitator = await app.as("facilitator");
  expect((await facilitator.ok(contract.list, {})).total).toBe(0);
  await facilitate(app, facilitator, workshopId);
  expect((await facilitator.ok(contract.list, {})).total).toBe(2);
});

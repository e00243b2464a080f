import { afterAll, beforeAll, expect, test } from "vitest";
import { questionnairesContract as contract } from "../../shared/questionnaires/contract.ts";
import type { QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import { sql } from "../platform/db/sql.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { type Editor, questionnaireContent, workshopOf, yesNo } from "./questionnaire.testing.ts";

let app: TestApp;
let editor: Editor;
beforeAll(async () => {
  app = await testApp();
  editor = await app.as("editor");
});
afterAll(() => app.close());

type Languages = ("en" | "pl")[];

async function made(content: QuestionnaireContent, workshopId: string | null = null) {
  const { id } = await editor.ok(contract.create, { body: { content, workshopId } });
  const params = { questionnaireId: id };
  return {
    id,
    params,
    save: (next: QuestionnaireContent, baseVersion: number) =>
      editor.ok(contract.saveDraft, { params, body: { baseVersion, content: next } }),
    publish: (version: number, languages: Languages = ["en", "pl"]) =>
      editor.call(contract.publish, { params, body: { version, languages } }),
    versions: () =>
      app.db.many<{ number: number; text: string }>(sql`
        select number, content::text || languages::text as text from questionnaire_versions
        where questionnaire_id = ${id} order by number`),
  };
}

test("publishing freezes the draft with the texts of the languages named, and nothing else", async () => {
  const questionnaire = await made(questionnaireContent());
  const published = await questionnaire.publish(1, ["en"]);
  expect(published.body).toMatchObject({
    status: "published",
    currentVersion: 1,
    languageStates: { en: "published", pl: "draft" },
    hasUnpublishedChanges: true,
  });
  const read = await app.anonymous.ok(contract.getPublished, { params: questionnaire.params });
  expect(read).toMatchObject({ version: 1, languages: ["en"], status: "published", workshop: null });
  expect(read.content.title).toEqual({ en: "Title" });
  expect(JSON.stringify(read)).not.toContain("Pytanie");
});

test("an unpublishable draft is refused with every error, in the reader's language", async () => {
  const broken = { ...questionnaireContent({ ...yesNo("q"), text: { en: "Only English" } }), title: {} };
  const questionnaire = await made(broken);
  const call = {
    params: questionnaire.params,
    body: { version: 1, languages: ["pl" as const] },
    headers: { "accept-language": "pl" },
  };
  expect(await editor.call(contract.publish, call)).toMatchObject({
    status: 422,
    problem: {
      code: "not_publishable",
      issues: [
        { field: "title", code: "text_missing", message: "Brak tekstu (tytuł) w języku polskim." },
        {
          field: "sections.0.questions.0.text",
          code: "text_missing",
          message: "Brak tekstu (treść pytania) w języku polskim.",
        },
      ],
    },
  });
  expect(await questionnaire.versions()).toEqual([]);
  const checklist = (query: { language?: "en" | "pl" }) =>
    editor.ok(contract.getChecklist, { params: questionnaire.params, query });
  expect((await checklist({})).items.map((item) => `${item.code} ${item.message}`)).toEqual([
    "text_missing The title is missing in English.",
  ]);
  expect((await checklist({ language: "pl" })).isPublishable).toBe(false);
});

test("a published version never changes; publishing again makes the next one, if anything is new", async () => {
  const questionnaire = await made(questionnaireContent());
  await questionnaire.publish(1);
  const [first] = await questionnaire.versions();
  expect((await questionnaire.publish(1)).body.currentVersion).toBe(1);
  await questionnaire.save(questionnaireContent(yesNo("another")), 1);
  expect(await questionnaire.versions()).toEqual([first]);
  expect((await questionnaire.publish(1)).problem).toMatchObject({ code: "edit_conflict", draft: { version: 2 } });
  expect((await questionnaire.publish(2)).body).toMatchObject({ currentVersion: 2, hasUnpublishedChanges: false });
  await editor.ok(contract.close, { params: questionnaire.params });
  expect((await questionnaire.publish(2)).body).toMatchObject({ currentVersion: 2, status: "published" });
  const versions = await questionnaire.versions();
  expect(versions.map((version) => version.number)).toEqual([1, 2]);
  expect(versions[0]).toEqual(first);
  const old = await app.anonymous.ok(contract.getVersion, { params: { ...questionnaire.params, version: 1 } });
  expect(old.content.sections[0]?.questions[0]?.code).toBe("first");
});

test("the database itself refuses to change or remove a version, but forgets who published it", async () => {
  const questionnaire = await made(questionnaireContent());
  await questionnaire.publish(1);
  const { id } = questionnaire;
  const frozen = /frozen/;
  const run = (change: ReturnType<typeof sql>) => app.db.run(change);
  await expect(
    run(sql`update questionnaire_versions set content = '{}' where questionnaire_id = ${id}`),
  ).rejects.toThrow(frozen);
  await expect(
    run(sql`update questionnaire_versions set languages = '{en}' where questionnaire_id = ${id}`),
  ).rejects.toThrow(frozen);
  await expect(run(sql`delete from questionnaire_versions where questionnaire_id = ${id}`)).rejects.toThrow(frozen);
  await run(sql`update questionnaire_versions set published_by = null where questionnaire_id = ${id}`);
});

test("a language falls behind when the other is revised alone, until it follows", async () => {
  const question = yesNo("q");
  const content = questionnaireContent(question);
  const questionnaire = await made(content);
  await questionnaire.publish(1);
  const revised = { ...question, text: { ...question.text, en: "Revised" } };
  const [section] = content.sections;
  if (!section) throw new Error("no section");
  const withQuestion = (asked: typeof question) => ({ ...content, sections: [{ ...section, questions: [asked] }] });
  const saved = await questionnaire.save(withQuestion(revised), 1);
  expect(saved.languageStates).toEqual({ en: "published", pl: "stale" });
  const { items, isPublishable } = await editor.ok(contract.getChecklist, { params: questionnaire.params, query: {} });
  expect({ codes: items.map((item) => item.code), isPublishable }).toEqual({
    codes: ["translation_outdated"],
    isPublishable: true,
  });
  const followed = await questionnaire.save(withQuestion({ ...revised, text: { en: "Revised", pl: "Po zmianie" } }), 2);
  expect(followed.languageStates).toEqual({ en: "published", pl: "published" });
});

test("closing and republishing show at once, to the runner and on the workshop's page", async () => {
  const workshopId = await workshopOf(app, editor);
  const questionnaire = await made(questionnaireContent(), workshopId);
  const open = () => app.features.questionnaires.listOpenForWorkshop(workshopId, "pl");
  const read = () => app.anonymous.ok(contract.getPublished, { params: questionnaire.params });
  expect(await open()).toEqual([]);
  await questionnaire.publish(1);
  expect(await open()).toMatchObject([
    { id: questionnaire.id, title: { text: "Tytuł", language: "pl" }, audience: "confirmed" },
  ]);
  expect((await read()).workshop).toMatchObject({ id: workshopId, title: { en: "Workshop" } });
  expect((await editor.ok(contract.close, { params: questionnaire.params })).status).toBe("closed");
  expect(await open()).toEqual([]);
  expect((await read()).status).toBe("closed");
  expect((await editor.call(contract.close, { params: questionnaire.params })).problem.code).toBe("invalid_transition");
});

test("what is not published is not there for the public", async () => {
  const { params } = await made(questionnaireContent());
  expect((await app.anonymous.call(contract.getPublished, { params })).status).toBe(404);
  expect((await app.anonymous.call(contract.getVersion, { params: { ...params, version: 1 } })).status).toBe(404);
});

test("publishing is written to the audit log, without any text", async () => {
  const questionnaire = await made(questionnaireContent());
  await questionnaire.publish(1);
  const entries = await app.db.many(
    sql`select action, actor_id, details from audit_log where subject_id = ${questionnaire.id} order by id`,
  );
  expect(entries).toEqual([
    { action: "questionnaire.created", actor_id: editor.personId, details: { workshopId: null } },
    { action: "questionnaire.published", actor_id: editor.personId, details: { version: 1, languages: ["en", "pl"] } },
  ]);
});

test("who may not change a questionnaire is turned away without waiting for those who do", async () => {
  const { id, params } = await made(questionnaireContent());
  const stranger = await app.as("editor");
  const refusals = await app.db.transaction(async (tx) => {
    await tx.run(sql`select 1 from questionnaires where id = ${id} for update`);
    return Promise.all([
      stranger.call(contract.saveDraft, { params, body: { baseVersion: 1, content: questionnaireContent() } }),
      stranger.call(contract.publish, { params, body: { version: 1, languages: ["en"] } }),
      stranger.call(contract.close, { params }),
      stranger.call(contract.deleteQuestionnaire, { params }),
    ]);
  });
  expect(refusals.map(({ problem }) => problem.code)).toEqual(new Array(4).fill("not_found"));
});

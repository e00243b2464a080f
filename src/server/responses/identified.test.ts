import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import { questionnairesContract } from "../../shared/questionnaires/contract.ts";
import { responsesContract as contract } from "../../shared/responses/contract.ts";
import { sql } from "../platform/db/sql.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import {
  ask,
  callsTo,
  contentOf,
  eveningContent,
  type Published,
  publishedQuestionnaire,
  republish,
  saving,
  submitting,
} from "./respondents.testing.ts";

let app: TestApp;
let evening: Published;
beforeAll(async () => {
  app = await testApp();
  evening = await publishedQuestionnaire(app, { audience: "anyone" });
});
afterAll(() => app.close());

const { place, save, submit } = callsTo(() => evening);

test("a draft is saved as one types and is there after a reload", async () => {
  const ada = await app.as("participant");
  const id = newId();
  expect((await save(ada, id, saving({ enjoyed: true }))).body).toMatchObject({ id, revision: 1, status: "draft" });
  const second = await save(ada, id, saving({ enjoyed: true, why: " tea ", age: 3 }, 1));
  expect(second.body).toMatchObject({ revision: 2, answers: { enjoyed: true, why: "tea", age: 3 } });
  expect(await ada.ok(contract.getResponse, { params: place(id) })).toEqual(second.body);
  const { response } = await ada.ok(contract.getMyResponse, { params: { questionnaireId: evening.questionnaireId } });
  expect(response).toEqual(second.body);
});

test("an ordinary autosave is one statement", async () => {
  const ada = await app.as("participant");
  const id = newId();
  await save(ada, id, saving({ enjoyed: true }));
  const { db } = app;
  const asked = [
    ...(["maybe", "many", "one", "run"] as const).flatMap((way) => [vi.spyOn(db, way), vi.spyOn(db.reads, way)]),
    vi.spyOn(db, "transaction"),
  ];
  expect((await save(ada, id, saving({ enjoyed: false }, 1))).status).toBe(200);
  const texts = asked.flatMap((spy) =>
    spy.mock.calls.map(([statement]) => ("text" in statement ? statement.text : "")),
  );
  vi.restoreAllMocks();
  const ofResponses = texts.filter((text) => !/login_sessions/.test(text));
  expect(ofResponses).toEqual([expect.stringMatching(/^\s*update responses/)]);
});

test("a retry whose answer was lost is no conflict, another tab's save is", async () => {
  const ada = await app.as("participant");
  const id = newId();
  await save(ada, id, saving({ enjoyed: true }));
  await save(ada, id, saving({ enjoyed: false }, 1));
  expect((await save(ada, id, saving({ enjoyed: false }, 1))).body).toMatchObject({ revision: 2 });
  const late = await save(ada, id, saving({ enjoyed: true, why: "tea" }, 1));
  expect(late).toMatchObject({
    status: 409,
    problem: { code: "edit_conflict", response: { id, revision: 2, answers: { enjoyed: false } } },
  });
  expect((await save(ada, id, saving({ enjoyed: true, why: "tea" }, 2))).status).toBe(200);
});

test("a second device joins the first response, and two different answers are its author's to decide", async () => {
  const ada = await app.as("participant");
  const first = newId();
  await save(ada, first, saving({ enjoyed: true }));
  const joined = await save(ada, newId(), saving({ enjoyed: true, age: 40 }));
  expect(joined.body).toMatchObject({ id: first, revision: 2, answers: { enjoyed: true, age: 40 } });
  const clash = await save(ada, newId(), saving({ enjoyed: false }));
  expect(clash.problem).toMatchObject({ code: "edit_conflict", response: { id: first, revision: 2 } });
});

test("twenty first saves at once make one response", async () => {
  const ada = await app.as("participant");
  const saves = await Promise.all(Array.from({ length: 20 }, () => save(ada, newId(), saving({ enjoyed: true }))));
  expect(new Set(saves.map((answer) => answer.status))).toEqual(new Set([200]));
  expect(new Set(saves.map((answer) => answer.body.id)).size).toBe(1);
});

test("submitting in parallel from two devices gives one response, and repeating gives the same", async () => {
  const ada = await app.as("participant");
  const ids = [newId(), newId()];
  const answers = { enjoyed: true, why: "tea", use: true };
  const both = await Promise.all(ids.map((id) => submit(ada, id, submitting(answers))));
  expect(both.map((answer) => answer.status)).toEqual([200, 200]);
  expect(both[0]?.body).toEqual(both[1]?.body);
  const id = both[0]?.body.id ?? "";
  expect((await submit(ada, id, submitting({ enjoyed: false }))).body).toEqual(both[0]?.body);
  expect((await submit(ada, newId(), submitting({ enjoyed: false }))).problem.code).toBe("already_submitted");
  expect((await save(ada, id, saving({ enjoyed: false }, 1))).problem.code).toBe("already_submitted");
  const rows = await app.db.many(sql`select id from responses where respondent_id = ${ada.personId}`);
  expect(rows).toHaveLength(1);
  const audited = await app.db.many(sql`select action from audit_log where subject_id = ${id}`);
  expect(audited).toEqual([{ action: "response.submitted" }]);
});

test("an autosave and the submission at once end submitted", async () => {
  const ada = await app.as("participant");
  const id = newId();
  const [, submitted] = await Promise.all([
    save(ada, id, saving({ enjoyed: true })),
    submit(ada, id, submitting({ enjoyed: true })),
  ]);
  expect(submitted.body).toMatchObject({ id, status: "submitted" });
});

test("answers to hidden and unknown questions are never stored", async () => {
  const ada = await app.as("participant");
  const id = newId();
  const hidden = { enjoyed: false, why: "hidden", nowhere: "unknown" };
  const stored = () => app.db.one(sql`select answers from responses where id = ${id}`);
  await save(ada, id, saving(hidden));
  expect(await stored()).toEqual({ answers: { enjoyed: false } });
  await submit(ada, id, submitting(hidden));
  expect(await stored()).toEqual({ answers: { enjoyed: false } });
});

test("a submission is judged in full and in the reader's language, a draft only for what cannot be read", async () => {
  const ada = await app.as("participant");
  const wrong = { why: "x", age: 17 };
  const call = { params: place(newId()), body: submitting(wrong), headers: { "accept-language": "pl" } };
  expect(await ada.call(contract.submitResponse, call)).toMatchObject({
    status: 422,
    problem: {
      code: "invalid_answers",
      issues: [
        { field: "answers.enjoyed", code: "required", message: "Prosimy wybrać odpowiedź" },
        { field: "answers.age", code: "too_low", message: "Prosimy wpisać co najmniej 18" },
      ],
    },
  });
  expect((await save(ada, newId(), saving(wrong))).status).toBe(200);
  expect((await save(ada, newId(), saving({ age: "old" }))).problem).toMatchObject({
    code: "invalid_answers",
    issues: [{ field: "answers.age", code: "malformed" }],
  });
});

test("a consent keeps a hash of the words that were shown", async () => {
  const ada = await app.as("participant");
  const id = newId();
  const body = { ...submitting({ enjoyed: true, use: true }), language: "pl" as const };
  await ada.ok(contract.submitResponse, { params: place(id), body });
  const hash = createHash("sha256").update("use (pl)\nYou can withdraw this. (pl)").digest("hex");
  const rows = await app.db.many(sql`
    select question_code, purpose, text_hash, is_granted from response_consents where response_id = ${id}`);
  expect(rows).toEqual([{ question_code: "use", purpose: "ai_local", text_hash: hash, is_granted: true }]);
});

test("withdrawing erases the answers, and the person may answer anew", async () => {
  const ada = await app.as("participant");
  const id = newId();
  await save(ada, id, saving({ enjoyed: true }));
  const withdraw = () => ada.call(contract.withdrawResponse, { params: place(id) });
  expect((await withdraw()).problem.code).toBe("invalid_transition");
  await submit(ada, id, submitting({ enjoyed: true, use: true }));
  expect((await withdraw()).body).toMatchObject({ status: "withdrawn", answers: {} });
  expect((await withdraw()).status).toBe(200);
  expect(await app.db.many(sql`select 1 from response_consents where response_id = ${id}`)).toEqual([]);
  expect((await submit(ada, id, submitting({ enjoyed: true }))).problem.code).toBe("already_submitted");
  expect((await submit(ada, newId(), submitting({ enjoyed: false }))).status).toBe(200);
  const { items, total } = await ada.ok(contract.listMyResponses, { query: { limit: 1 } });
  expect({ items: items.length, total }).toEqual({ items: 1, total: 2 });
});

test("nobody reaches somebody else's response", async () => {
  const [ada, bob] = [await app.as("participant"), await app.as("admin")];
  const id = newId();
  await submit(ada, id, submitting({ enjoyed: true }));
  const params = place(id);
  expect((await bob.call(contract.getResponse, { params })).problem.code).toBe("not_found");
  expect((await bob.call(contract.withdrawResponse, { params })).problem.code).toBe("not_found");
  expect((await app.anonymous.call(contract.getResponse, { params })).problem.code).toBe("not_signed_in");
  expect((await app.anonymous.call(contract.saveResponse, { params, body: saving({}) })).problem.code).toBe(
    "not_signed_in",
  );
  // An id that is taken reads like one that is not there, and nothing changes.
  expect((await submit(bob, id, submitting({ enjoyed: false }))).problem.code).toBe("not_found");
  expect((await save(bob, id, saving({ enjoyed: false }))).problem.code).toBe("not_found");
  expect((await save(bob, id, saving({ enjoyed: false }, 1))).problem.code).toBe("not_found");
  expect((await ada.ok(contract.getResponse, { params })).answers).toEqual({ enjoyed: true });
});

test("a draft stays on the version it was begun on, a new response takes the current one", async () => {
  const where = await publishedQuestionnaire(app, { audience: "anyone" });
  const [ada, bob] = [await app.as("participant"), await app.as("participant")];
  const id = newId();
  await save(ada, id, saving({ enjoyed: true }), where);
  await republish(where, contentOf([ask("yes_no", "enjoyed"), ask("rating", "stars", { isRequired: true })]));
  expect((await save(ada, id, saving({ enjoyed: false }, 1), where)).body).toMatchObject({ version: 1, revision: 2 });
  expect((await save(bob, newId(), saving({ enjoyed: true }), where)).problem).toMatchObject({
    code: "version_outdated",
    version: 2,
  });
  expect((await submit(ada, id, submitting({ enjoyed: false }), where)).body).toMatchObject({ version: 1 });
  expect((await submit(bob, newId(), submitting({ stars: 4 }, 2), where)).body).toMatchObject({ version: 2 });
  expect((await submit(await app.as("participant"), newId(), submitting({}, 9), where)).problem.code).toBe(
    "version_outdated",
  );
  const params = { questionnaireId: where.questionnaireId, version: 1 };
  const old = await app.anonymous.ok(questionnairesContract.getVersion, { params });
  expect(old.content.sections[0]?.questions).toHaveLength(eveningContent().sections[0]?.questions.length ?? 0);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import type { Answers } from "../../shared/questionnaires/questionnaire.ts";
import { responsesContract as contract } from "../../shared/responses/contract.ts";
import { sql } from "../platform/db/sql.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { hashedId } from "./respondent.ts";
import { enrolAs, type Published, publishedQuestionnaire } from "./respondents.testing.ts";

let app: TestApp;
let open: Published;
let enrolled: Published;
beforeAll(async () => {
  app = await testApp({ startsAt: "2027-01-15T09:41:07.123Z" });
  open = await publishedQuestionnaire(app, { audience: "anyone", identityMode: "anonymous" });
  enrolled = await publishedQuestionnaire(app, { audience: "enrolled", identityMode: "anonymous" });
});
afterAll(() => app.close());

const language = "en" as const;
const place = (responseId: string, { questionnaireId }: Published) => ({ questionnaireId, responseId });
const saving = (answers: Answers, baseRevision = 0) => ({ version: 1, language, answers, baseRevision });
const submitting = (answers: Answers) => ({ version: 1, language, answers });

async function participant() {
  const person = await app.as("participant");
  await enrolAs(app, "confirmed", { ...enrolled, personId: person.personId });
  return person;
}

test("anyone answers without signing in, and only the id leads back to the response", async () => {
  const id = newId();
  const params = place(id, open);
  const draft = await app.anonymous.ok(contract.saveResponse, { params, body: saving({ enjoyed: true }) });
  expect(draft).toMatchObject({ id, revision: 1, updatedAt: null, submittedAt: null });
  expect(await app.anonymous.ok(contract.getResponse, { params })).toEqual(draft);
  await app.anonymous.ok(contract.submitResponse, { params, body: submitting({ enjoyed: true, use: false }) });
  expect((await app.anonymous.call(contract.getResponse, { params: place(newId(), open) })).status).toBe(404);
  const stored = place(hashedId(id), open);
  expect((await app.anonymous.call(contract.getResponse, { params: stored })).status).toBe(404);
  expect((await app.anonymous.ok(contract.withdrawResponse, { params })).answers).toEqual({});
});

test("repeating a submission answers with the same response", async () => {
  const id = newId();
  const call = { params: place(id, open), body: submitting({ enjoyed: true }) };
  const both = await Promise.all([
    app.anonymous.ok(contract.submitResponse, call),
    app.anonymous.ok(contract.submitResponse, call),
  ]);
  expect(both[0]).toEqual(both[1]);
  expect(both[0]).toMatchObject({ id, status: "submitted" });
});

test("nothing stored links a person to their anonymous answers", async () => {
  const ada = await participant();
  const id = newId();
  const params = place(id, enrolled);
  await ada.ok(contract.saveResponse, { params, body: saving({ enjoyed: true }) });
  await ada.ok(contract.submitResponse, { params, body: submitting({ enjoyed: true, use: true }) });

  const storedId = hashedId(id);
  const response = await app.db.one<Record<string, unknown>>(sql`select r.* from responses r where id = ${storedId}`);
  const participation = await app.db.one<Record<string, unknown>>(sql`
    select p.* from questionnaire_participations p where person_id = ${ada.personId}`);
  const midnight = new Date("2027-01-15T00:00:00Z");
  expect(response).toEqual({
    id: storedId,
    questionnaire_id: enrolled.questionnaireId,
    version_number: 1,
    respondent_id: null,
    enrollment_id: null,
    status: "submitted",
    language: "en",
    answers: { enjoyed: true, use: true },
    revision: 2,
    created_at: midnight,
    updated_at: midnight,
    submitted_at: midnight,
  });
  expect(participation).toEqual({
    questionnaire_id: enrolled.questionnaireId,
    person_id: ada.personId,
    day: "2027-01-15",
  });
  const shared = Object.values(response).filter((value) => Object.values(participation).includes(value));
  expect(shared).toEqual([enrolled.questionnaireId]);

  const consent = await app.db.one(sql`select decided_at from response_consents where response_id = ${storedId}`);
  expect(consent).toEqual({ decided_at: midnight });
  const audited = await app.db.many(sql`
    select actor_id, subject_id, details, at from audit_log where action = 'response.submitted'
      and (subject_id in (${id}, ${storedId}) or actor_id = ${ada.personId} or subject_id = ${enrolled.questionnaireId})`);
  expect(audited).toEqual([
    { actor_id: null, subject_id: enrolled.questionnaireId, details: { version: 1 }, at: midnight },
  ]);
});

test("a participant takes part once, whatever id they come with", async () => {
  const ada = await participant();
  const body = submitting({ enjoyed: true });
  const submit = (id: string) => ada.call(contract.submitResponse, { params: place(id, enrolled), body });
  const answers = await Promise.all([submit(newId()), submit(newId()), submit(newId())]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  expect((await submit(newId())).problem.code).toBe("already_submitted");
  const outsider = await app.as("participant");
  const call = { params: place(newId(), enrolled), body };
  expect((await outsider.call(contract.submitResponse, call)).problem.code).toBe("not_in_audience");
  expect((await app.anonymous.call(contract.submitResponse, call)).problem.code).toBe("not_signed_in");
});

test("in the night participations are written anew, so that nothing says in which order they came", async () => {
  const people = await Promise.all(Array.from({ length: 12 }, participant));
  for (const person of people) {
    const params = place(newId(), enrolled);
    await person.ok(contract.submitResponse, { params, body: submitting({ enjoyed: true }) });
  }
  const traces = () =>
    app.db.many<{ person: string; xmin: string }>(sql`
      select person_id as person, xmin::text as xmin from questionnaire_participations order by ctid`);
  const before = await traces();
  const job = app.features.responses.scheduled.find(({ name }) => name === "responses.shuffleParticipations");
  await job?.run();
  const after = await traces();
  expect(after.map((row) => row.person).sort()).toEqual(before.map((row) => row.person).sort());
  expect(after.map((row) => row.person)).not.toEqual(before.map((row) => row.person));
  expect(new Set(after.map((row) => row.xmin)).size).toBe(1);
});

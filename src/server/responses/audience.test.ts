import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import { questionnairesContract } from "../../shared/questionnaires/contract.ts";
import { sql } from "../platform/db/sql.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { callsTo, enrolAs, type Published, publishedQuestionnaire, saving, submitting } from "./respondents.testing.ts";

let app: TestApp;
let evening: Published;
beforeAll(async () => {
  app = await testApp();
  evening = await publishedQuestionnaire(app, { audience: "anyone" });
});
afterAll(() => app.close());

const { save, submit } = callsTo(() => evening);

test("responses are taken between opening and closing only", async () => {
  const where = await publishedQuestionnaire(app, {
    audience: "anyone",
    opensAt: "2027-01-15T10:00:00.000Z",
    closesAt: "2027-01-15T11:00:00.000Z",
  });
  const ada = await app.as("participant");
  const id = newId();
  const attempt = async () => (await save(ada, id, saving({ enjoyed: true }), where)).status;
  expect(await attempt()).toBe(409);
  app.clock.set("2027-01-15T10:00:00Z");
  expect(await attempt()).toBe(200);
  expect((await submit(ada, id, submitting({ enjoyed: true }), where)).status).toBe(200);
  app.clock.set("2027-01-15T11:00:00Z");
  const late = await app.as("participant");
  expect((await submit(late, newId(), submitting({ enjoyed: true }), where)).problem.code).toBe("questionnaire_closed");
  expect((await submit(ada, id, submitting({ enjoyed: true }), where)).status).toBe(200);
  app.clock.set("2027-01-15T09:00:00Z");
});

test("a closed questionnaire takes nothing from the same moment on", async () => {
  const where = await publishedQuestionnaire(app, { audience: "anyone" });
  const ada = await app.as("participant");
  const id = newId();
  await save(ada, id, saving({ enjoyed: true }), where);
  await where.editor.ok(questionnairesContract.close, { params: { questionnaireId: where.questionnaireId } });
  expect((await save(ada, id, saving({ enjoyed: false }, 1), where)).problem.code).toBe("questionnaire_closed");
});

const statuses = [
  "none",
  "pending",
  "confirmed",
  "waitlisted",
  "offered",
  "cancelled",
  "declined",
  "expired",
  "completed",
];
const audiences = {
  anyone: statuses,
  enrolled: ["pending", "confirmed", "waitlisted", "offered", "completed"],
  confirmed: ["confirmed", "completed"],
};

test("who may answer follows from the audience and the enrolment", async () => {
  const people = new Map(
    await Promise.all(statuses.map(async (status) => [status, await app.as("participant")] as const)),
  );
  for (const [audience, allowed] of Object.entries(audiences)) {
    const where = await publishedQuestionnaire(app, { audience: audience as keyof typeof audiences });
    for (const [status, ada] of people) {
      const who = { workshopId: where.workshopId, personId: ada.personId };
      const enrolmentId = status === "none" ? null : await enrolAs(app, status, who);
      const { status: answered } = await submit(ada, newId(), submitting({ enjoyed: true }), where);
      expect(`${audience} ${status} ${answered}`).toBe(`${audience} ${status} ${allowed.includes(status) ? 200 : 403}`);
      if (answered !== 200) continue;
      const row = await app.db.one<{ e: string | null }>(sql`
        select enrollment_id as e from responses
        where respondent_id = ${ada.personId} and questionnaire_id = ${where.questionnaireId}`);
      expect(row.e).toBe(audiences.enrolled.includes(status) ? enrolmentId : null);
    }
  }
});

test("sixty people behind one address save and submit at the same time, and all succeed", async () => {
  const hidden = await publishedQuestionnaire(app, { audience: "anyone", identityMode: "anonymous" });
  const named = await Promise.all(Array.from({ length: 10 }, () => app.as("participant")));
  const respondents = [
    ...named.map((client) => ({ client, id: newId(), where: evening })),
    ...Array.from({ length: 50 }, () => ({ client: app.anonymous, id: newId(), where: hidden })),
  ];
  const all = async (send: (one: (typeof respondents)[number]) => Promise<{ status: number }>) =>
    expect(new Set((await Promise.all(respondents.map(send))).map((answer) => answer.status))).toEqual(new Set([200]));
  for (let revision = 0; revision < 3; revision++) {
    const body = saving({ enjoyed: true, age: 20 + revision }, revision);
    await all(({ client, id, where }) => save(client, id, body, where));
  }
  await all(({ client, id, where }) => submit(client, id, submitting({ enjoyed: true, age: 30 }), where));
});

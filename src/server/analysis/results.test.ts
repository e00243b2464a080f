import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analysisContract as contract, type QuestionResult } from "../../shared/analysis/contract.ts";
import { newId } from "../../shared/kernel/id.ts";
import type { Answers } from "../../shared/questionnaires/questionnaire.ts";
import { responsesContract } from "../../shared/responses/contract.ts";
import { sql } from "../platform/db/sql.ts";
import {
  ask,
  contentOf,
  enrolAs,
  type Published,
  publishedQuestionnaire,
  republish,
} from "../responses/respondents.testing.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const anyone = { audience: "anyone", identityMode: "anonymous" } as const;
const dayMs = 86_400_000;

async function answer({ questionnaireId }: Published, answers: Answers, language: "en" | "pl" = "en", version = 1) {
  const params = { questionnaireId, responseId: newId() };
  await app.anonymous.ok(responsesContract.submitResponse, { params, body: { version, language, answers } });
  return params;
}

async function answerAll(published: Published, all: Answers[], version = 1) {
  const made = [];
  for (const answers of all) made.push(await answer(published, answers, "en", version));
  return made;
}

const resultsOf = ({ questionnaireId, editor }: Published) =>
  editor.ok(contract.getResults, { params: { questionnaireId } });

async function question(published: Published, code: string): Promise<QuestionResult> {
  const { sections } = await resultsOf(published);
  const found = sections.flatMap(({ questions }) => questions).find((each) => each.code === code);
  if (!found) throw new Error(`no question ${code}`);
  return found;
}

const countsOf = (result: QuestionResult) => ("cells" in result ? result.cells.map(({ count }) => count) : []);
const enjoyed = (isEnjoyed: boolean): Answers => ({ enjoyed: isEnjoyed, use: true });
const many = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value);

describe("releases", () => {
  test("nothing is let out before five responses, then all of them, and the next only after five more", async () => {
    const evening = await publishedQuestionnaire(app, anyone);
    await answerAll(evening, many(4, enjoyed(true)));
    expect(await resultsOf(evening)).toMatchObject({
      isSuppressed: true,
      respondents: null,
      release: null,
      threshold: 5,
    });
    await answer(evening, enjoyed(true), "pl");
    expect(await resultsOf(evening)).toMatchObject({ isSuppressed: false, respondents: 5, release: 1 });
    expect(countsOf(await question(evening, "enjoyed"))).toEqual([5, 0]);
    await answerAll(evening, many(4, enjoyed(false)));
    expect(await resultsOf(evening)).toMatchObject({ respondents: 5, release: 1 });
    await answer(evening, enjoyed(false));
    expect(await resultsOf(evening)).toMatchObject({ respondents: 10, release: 2 });
    expect(countsOf(await question(evening, "enjoyed"))).toEqual([5, 5]);
  });

  test("readers who come at the same moment get one release", async () => {
    const evening = await publishedQuestionnaire(app, anyone);
    await answerAll(evening, many(6, enjoyed(true)));
    const admin = await app.as("admin");
    const params = { questionnaireId: evening.questionnaireId };
    const read = await Promise.all([resultsOf(evening), admin.ok(contract.getResults, { params }), resultsOf(evening)]);
    expect(new Set(read.map(({ release }) => release))).toEqual(new Set([1]));
  });

  test("a withdrawn response leaves with the next release, and after thirty days without one its figures go down", async () => {
    const evening = await publishedQuestionnaire(app, anyone);
    const [first] = await answerAll(evening, [...many(7, enjoyed(true)), ...many(6, enjoyed(false))]);
    expect(countsOf(await question(evening, "enjoyed"))).toEqual([7, 6]);
    if (!first) throw new Error("nobody answered");
    await app.anonymous.ok(responsesContract.withdrawResponse, { params: first });
    expect(countsOf(await question(evening, "enjoyed"))).toEqual([7, 6]);
    app.clock.advance(31 * dayMs);
    await runScheduled("analysis.takeDownWithdrawn");
    // Login sessions do not last that long.
    evening.editor = await app.as("admin");
    expect(await question(evening, "enjoyed")).toMatchObject({ isSuppressed: true, answered: null, cells: [] });
    await answerAll(evening, [...many(5, enjoyed(true)), ...many(5, enjoyed(false))]);
    expect(await resultsOf(evening)).toMatchObject({ respondents: 22, release: 2 });
    // Seven less one and five more is eleven: a step of four, which would tell.
    expect(countsOf(await question(evening, "enjoyed"))).toEqual([null, null]);
  });

  test("questions and options of older versions stay in the results", async () => {
    const options = (codes: string[]) => ({ options: codes.map((code) => ({ code, label: { en: code, pl: code } })) });
    const old = ask("single_choice", "place", options(["a", "b"]));
    const poll = await publishedQuestionnaire(app, anyone, contentOf([old, ask("short_text", "dropped")]));
    await answerAll(poll, many(6, { place: { choice: "a" }, dropped: "yes" }));
    await resultsOf(poll);
    await republish(poll, contentOf([{ ...old, ...options(["b", "c"]) } as typeof old]));
    await answerAll(poll, many(5, { place: { choice: "c" } }), 2);
    expect(await question(poll, "place")).toMatchObject({
      answered: 11,
      cells: [
        { code: "b", count: 0 },
        { code: "c", count: 5 },
        { code: "a", count: 6 },
      ],
    });
    expect(await question(poll, "dropped")).toMatchObject({ form: "texts", answered: 6 });
  });
});

describe("open answers", () => {
  test("are shown from five on, in an order of their own, and a withdrawn one is gone at once", async () => {
    const evening = await publishedQuestionnaire(app, anyone);
    const texts = Array.from({ length: 12 }, (_, index) => `Reason ${index}`);
    const [first] = await answerAll(
      evening,
      texts.map((why) => ({ ...enjoyed(true), why })),
    );
    const shown = await question(evening, "why");
    const read = shown.form === "texts" ? shown.texts.map(({ text }) => text) : [];
    expect([...read].sort()).toEqual([...texts].sort());
    expect(read).not.toEqual(texts);
    if (!first) throw new Error("nobody answered");
    await app.anonymous.ok(responsesContract.withdrawResponse, { params: first });
    expect(await question(evening, "why")).toMatchObject({ answered: 11 });
    expect(JSON.stringify(await question(evening, "why"))).not.toContain("Reason 0");
  });
});

describe("who may see results", () => {
  test("the editor, the facilitator and admins; to others of the team they do not exist", async () => {
    const evening = await publishedQuestionnaire(app, anyone);
    const params = { questionnaireId: evening.questionnaireId };
    const statusFor = async (role: "participant" | "facilitator" | "moderator" | "editor" | "admin") =>
      (await (await app.as(role)).call(contract.getResults, { params })).status;
    expect(await statusFor("admin")).toBe(200);
    expect(await statusFor("editor")).toBe(404);
    expect(await statusFor("facilitator")).toBe(404);
    expect(await statusFor("moderator")).toBe(403);
    expect(await statusFor("participant")).toBe(403);
    expect((await app.anonymous.call(contract.getResults, { params })).status).toBe(401);
    const admin = await app.as("admin");
    expect((await admin.call(contract.getResults, { params: { questionnaireId: newId() } })).status).toBe(404);
  });

  test("an export is for editors and admins, never for facilitators", async () => {
    const evening = await publishedQuestionnaire(app, anyone);
    const facilitator = await app.as("facilitator");
    const params = { questionnaireId: evening.questionnaireId };
    expect((await facilitator.call(contract.exportRows, { params })).status).toBe(403);
  });
});

describe("the export", () => {
  test("has pseudonyms, codes and safe cells, and each export is in the audit log", async () => {
    const evening = await publishedQuestionnaire(app, { audience: "enrolled", identityMode: "identified" });
    const params = { questionnaireId: evening.questionnaireId };
    const answers = ["=1+1", "@x", "-3", "+4", "fine, thanks", 'say "no"'].map((why, index) => ({
      ...enjoyed(true),
      why,
      age: 20 + index,
    }));
    for (const each of answers) {
      const person = await app.as("participant", "Barbara Secret");
      await enrolAs(app, "confirmed", { ...evening, personId: person.personId });
      const place = { ...params, responseId: newId() };
      await person.ok(responsesContract.submitResponse, {
        params: place,
        body: { version: 1, language: "pl", answers: each },
      });
    }
    const { body, headers } = await evening.editor.call(contract.exportRows, { params });
    const csv = String(body);
    expect(headers["content-type"]).toContain("text/csv");
    expect(csv.startsWith("\uFEFFrespondent,language,enjoyed,why,age,use\n")).toBe(true);
    expect(csv).toMatch(/\nR-[0-9a-f]{12},pl,yes,'=1\+1,20,yes\n/);
    for (const cell of [",'@x,", ",'-3,", ",'+4,", ',"fine, thanks",', ',"say ""no""",']) expect(csv).toContain(cell);
    expect(csv).not.toMatch(/Secret|example\.org|2027/);
    const texts = await evening.editor.call(contract.exportRows, { params, query: { lang: "pl", labels: "texts" } });
    expect(String(texts.body)).toContain("enjoyed: enjoyed (pl)");
    expect(String(texts.body)).toContain(",Tak,");
    const logged = await app.db.many<{ actorId: string; details: object }>(sql`
      select actor_id as "actorId", details from audit_log
      where action = 'responses.exported' and subject_id = ${params.questionnaireId} order by at, details->>'labels'`);
    expect(logged).toHaveLength(2);
    expect(logged[0]).toEqual({
      actorId: evening.editor.personId,
      details: { release: 1, rows: 6, language: "en", labels: "codes" },
    });
  });

  test("of fewer than five respondents is refused, and so is what came in since the release", async () => {
    const evening = await publishedQuestionnaire(app, anyone);
    const params = { questionnaireId: evening.questionnaireId };
    await answerAll(evening, many(4, enjoyed(true)));
    expect(await evening.editor.call(contract.exportRows, { params })).toMatchObject({
      status: 409,
      problem: { code: "too_few_respondents" },
    });
    await answerAll(evening, many(3, enjoyed(true)));
    await evening.editor.ok(contract.exportRows, { params });
    await answerAll(evening, many(2, enjoyed(false)));
    expect(
      String((await evening.editor.call(contract.exportRows, { params })).body)
        .trim()
        .split("\n"),
    ).toHaveLength(8);
  });
});

async function runScheduled(name: string): Promise<void> {
  await app.features.analysis.scheduled.find((job) => job.name === name)?.run();
}

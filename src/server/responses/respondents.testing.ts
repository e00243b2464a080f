import { newId } from "../../shared/kernel/id.ts";
import { type QuestionnaireSettings, questionnairesContract } from "../../shared/questionnaires/contract.ts";
import { newQuestion } from "../../shared/questionnaires/question-kinds.ts";
import type {
  Answers,
  Condition,
  Question,
  QuestionKind,
  QuestionnaireContent,
  QuestionOf,
} from "../../shared/questionnaires/questionnaire.ts";
import { responsesContract } from "../../shared/responses/contract.ts";
import { sql } from "../platform/db/sql.ts";
import type { Client } from "../testing/client.ts";
import type { TestApp } from "../testing/test-app.ts";

type Editor = Awaited<ReturnType<TestApp["as"]>>;

const both = (text: string) => ({ en: text, pl: `${text} (pl)` });

/** A question with a text in both languages and, where its kind has options, labels. */
export function ask<Kind extends QuestionKind>(
  kind: Kind,
  code: string,
  settings: Partial<QuestionOf<Kind>> = {},
): Question {
  const question = { ...newQuestion(kind, newId(), code), text: both(code), ...settings } as Question;
  if (!("options" in question)) return question;
  return { ...question, options: question.options.map((option) => ({ ...option, label: both(option.code) })) };
}

export function contentOf(questions: Question[]): QuestionnaireContent {
  const section = { id: newId(), title: {}, description: {}, showIf: null, questions };
  return { title: both("Evening"), introduction: {}, thanks: {}, sections: [section] };
}

const ifEnjoyed: Condition = { join: "all", tests: [{ question: "enjoyed", is: "equals", value: true }] };

/** Four questions, one of which is shown only to those who enjoyed it. */
export const eveningContent = (): QuestionnaireContent =>
  contentOf([
    ask("yes_no", "enjoyed", { isRequired: true }),
    ask("long_text", "why", { showIf: ifEnjoyed, maxLength: 50 }),
    ask("number", "age", { minimum: 18, maximum: 120, isWhole: true }),
    ask("consent", "use", { purpose: "ai_local", help: both("You can withdraw this.") }),
  ]);

/** A workshop that is public and belongs to the editor, without all that these tests do not need. */
async function workshopOf({ db }: TestApp, editor: Editor): Promise<string> {
  const id = newId();
  await db.run(sql`
    insert into workshops (id, status, published_languages, slug_en, title, created_by)
    values (${id}, 'published', '{en}', ${`workshop-${id}`}, '{"en": "Workshop"}', ${editor.personId})`);
  return id;
}

export async function enrolAs({ db }: TestApp, status: string, who: { personId: string; workshopId: string }) {
  const id = newId();
  await db.run(sql`
    insert into enrollments (id, workshop_id, participant_id, enrollment_status)
    values (${id}, ${who.workshopId}, ${who.personId}, ${status})`);
  return id;
}

export interface Published {
  questionnaireId: string;
  workshopId: string;
  editor: Editor;
}

/** A published questionnaire of a workshop of its own. */
export async function publishedQuestionnaire(
  app: TestApp,
  settings: Partial<QuestionnaireSettings> = {},
  content = eveningContent(),
): Promise<Published> {
  const editor = await app.as("editor");
  const workshopId = await workshopOf(app, editor);
  const draft = await editor.ok(questionnairesContract.create, { body: { workshopId, content, settings } });
  const params = { questionnaireId: draft.id };
  await editor.ok(questionnairesContract.publish, { params, body: { version: 1, languages: ["en", "pl"] } });
  return { questionnaireId: draft.id, workshopId, editor };
}

/** Publishes changed content as the next version. */
export async function republish({ questionnaireId, editor }: Published, content: QuestionnaireContent): Promise<void> {
  const params = { questionnaireId };
  const { version } = await editor.ok(questionnairesContract.getDraft, { params });
  const saved = await editor.ok(questionnairesContract.saveDraft, { params, body: { baseVersion: version, content } });
  const body = { version: saved.version, languages: ["en" as const, "pl" as const] };
  await editor.ok(questionnairesContract.publish, { params, body });
}

export const saving = (answers: Answers, baseRevision = 0, version = 1) => ({
  version,
  language: "en" as const,
  answers,
  baseRevision,
});
export const submitting = (answers: Answers, version = 1) => ({ version, language: "en" as const, answers });

/** The calls of a respondent, to one questionnaire unless another is named. */
export function callsTo(usual: () => Published) {
  const place = (responseId: string, where = usual()) => ({ questionnaireId: where.questionnaireId, responseId });
  return {
    place,
    save: (client: Client, id: string, body: ReturnType<typeof saving>, where = usual()) =>
      client.call(responsesContract.saveResponse, { params: place(id, where), body }),
    submit: (client: Client, id: string, body: ReturnType<typeof submitting>, where = usual()) =>
      client.call(responsesContract.submitResponse, { params: place(id, where), body }),
  };
}

import { newId } from "../../shared/kernel/id.ts";
import { newQuestion } from "../../shared/questionnaires/question-kinds.ts";
import type { Question, QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import { sql } from "../platform/db/sql.ts";
import type { Client } from "../testing/client.ts";
import type { TestApp } from "../testing/test-app.ts";

export type Editor = Client & { personId: string };

export const yesNo = (code: string): Question => ({
  ...newQuestion("yes_no", newId(), code),
  text: { en: `Question ${code}`, pl: `Pytanie ${code}` },
});

export function questionnaireContent(...questions: Question[]): QuestionnaireContent {
  const asked = questions.length > 0 ? questions : [yesNo("first")];
  const section = { id: newId(), title: {}, description: {}, showIf: null, questions: asked };
  return { title: { en: "Title", pl: "Tytuł" }, introduction: {}, thanks: {}, sections: [section] };
}

/** A workshop that is public and belongs to the editor, without all that these tests do not need. */
export async function workshopOf({ db }: TestApp, editor: Editor): Promise<string> {
  const id = newId();
  await db.run(sql`
    insert into workshops (id, status, published_languages, slug_en, title, created_by)
    values (${id}, 'published', '{en}', ${`workshop-${id}`}, '{"en": "Workshop"}', ${editor.personId})`);
  return id;
}

/** Makes the person one of the workshop's facilitators. */
export async function facilitate({ db }: TestApp, { personId }: Editor, workshopId: string): Promise<void> {
  const id = newId();
  await db.run(sql`insert into facilitators (id, person_id, name) values (${id}, ${personId}, 'Facilitator')`);
  await db.run(sql`insert into workshop_facilitators (workshop_id, facilitator_id) values (${workshopId}, ${id})`);
}

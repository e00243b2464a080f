import { type Language, type LocalisedText, readText } from "../../shared/kernel/locale.ts";
import { givenTo, readAnswer } from "../../shared/questionnaires/question-kinds.ts";
import type { Answer, Answers, Question, QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import { cellCode, cellsOf, type QuestionCell } from "./question-cells.ts";

export type Labels = "codes" | "texts";

export interface ExportColumn {
  heading: string;
  read(answers: Answers): string | number | null;
}

interface Wording {
  language: Language;
  labels: Labels;
}

/** One column per question; one per option where several may be chosen; one more for the words beside "other". */
export function exportColumns(content: QuestionnaireContent, wording: Wording): ExportColumn[] {
  return content.sections.flatMap(({ questions }) => questions.flatMap((question) => columnsOf(question, wording)));
}

function columnsOf(question: Question, wording: Wording): ExportColumn[] {
  const heading = worded(question.code, question.text, wording);
  const answerIn = (answers: Answers) => readAnswer(question, givenTo(answers, question.code)) ?? null;
  const cells = cellsOf(question) ?? [];
  if (question.kind === "multiple_choice") {
    const options = cells.map(({ code, label }) => ({
      heading: `${heading}/${wording.labels === "codes" ? code : readable(code, label, wording)}`,
      read: (answers: Answers) => isChosen(answerIn(answers), code),
    }));
    return [...options, ...otherColumn(question, heading)];
  }
  const read = (answers: Answers) => plainValue(answerIn(answers), { cells, wording });
  return [{ heading, read }, ...("hasOther" in question ? otherColumn(question, heading) : [])];
}

function isChosen(answer: Answer | null, code: string): number | null {
  if (answer === null || typeof answer !== "object" || !("choices" in answer)) return null;
  return answer.choices.includes(code) ? 1 : 0;
}

function plainValue(answer: Answer | null, { cells, wording }: { cells: QuestionCell[]; wording: Wording }) {
  if (answer === null || typeof answer === "number" || typeof answer === "string") return answer;
  const code = typeof answer === "boolean" ? cellCode(answer) : "choice" in answer ? answer.choice : null;
  if (code === null || wording.labels === "codes") return code;
  const cell = cells.find((each) => each.code === code);
  return cell ? readable(code, cell.label, wording) : code;
}

function otherColumn(question: Question & { hasOther: boolean }, heading: string): ExportColumn[] {
  if (!question.hasOther) return [];
  const read = (answers: Answers) => {
    const answer = readAnswer(question, givenTo(answers, question.code));
    return typeof answer === "object" && answer !== null ? (answer.other ?? null) : null;
  };
  return [{ heading: `${heading}/other_text`, read }];
}

const readable = (code: string, label: LocalisedText, { language }: Wording) => readText(label, language)?.text ?? code;

/** The code, followed by the text of the question where texts are wanted: two questions may read the same. */
function worded(code: string, text: LocalisedText, wording: Wording): string {
  return wording.labels === "codes" ? code : `${code}: ${readable(code, text, wording)}`;
}

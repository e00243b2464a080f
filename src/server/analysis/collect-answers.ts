import type { TestValue } from "../../shared/questionnaires/kinds/kind.ts";
import { visibleQuestions } from "../../shared/questionnaires/logic.ts";
import { givenTo, readAnswer, rulesOf } from "../../shared/questionnaires/question-kinds.ts";
import type {
  Answers,
  Question,
  QuestionKind,
  QuestionnaireContent,
} from "../../shared/questionnaires/questionnaire.ts";
import type { Breather } from "./breather.ts";
import { cellCode, cellsOf } from "./question-cells.ts";

/** A submitted response, and the release that first contained it. */
export interface SubmittedRow {
  id: string;
  version: number;
  answers: Answers;
  enteredIn: number | null;
}

/** What all respondents did with one question; both arrays are parallel to the rows. */
export interface Column {
  question: Question;
  isVisible: Uint8Array;
  /** Null for who did not answer. */
  values: (readonly TestValue[] | null)[];
}

export interface CollectInput {
  /** All versions in one. */
  joined: QuestionnaireContent;
  contents: ReadonlyMap<number, QuestionnaireContent>;
  rows: readonly SubmittedRow[];
}

/** Turns responses into one column per question, with a break whenever it has been working for some time. */
export async function collectAnswers({ joined, contents, rows }: CollectInput, breathe: Breather): Promise<Column[]> {
  const columns: Column[] = joined.sections
    .flatMap(({ questions }) => questions)
    .map((question) => ({
      question,
      isVisible: new Uint8Array(rows.length),
      values: new Array(rows.length).fill(null),
    }));
  const shownToAll = new Map([...contents].map(([number, content]) => [number, questionsOfAll(content)]));
  const known = columns.map(({ question }) => knownCells(question));
  for (const [index, row] of rows.entries()) {
    await breathe();
    const content = contents.get(row.version);
    if (!content) continue;
    const visible = shownToAll.get(row.version) ?? visibleQuestions(content, row.answers);
    columns.forEach((column, position) => {
      if (!visible.has(column.question.code)) return;
      column.isVisible[index] = 1;
      column.values[index] = valuesOf(column.question, row.answers, known[position] ?? null);
    });
  }
  return columns;
}

/** The questions of a version without conditions, which every respondent saw; undefined when it has some. */
function questionsOfAll({ sections }: QuestionnaireContent): ReadonlySet<string> | undefined {
  const questions = sections.flatMap((section) => section.questions);
  const isConditional = [...sections, ...questions].some(({ showIf }) => showIf !== null);
  return isConditional ? undefined : new Set(questions.map(({ code }) => code));
}

function knownCells(question: Question): ReadonlySet<string> | null {
  const cells = cellsOf(question);
  return cells ? new Set(cells.map(({ code }) => code)) : null;
}

/** The values of an answer that can be counted; an answer of another kind, left by an older version, is none. */
function valuesOf(
  question: Question,
  answers: Answers,
  known: ReadonlySet<string> | null,
): readonly TestValue[] | null {
  const answer = readAnswer(question, givenTo(answers, question.code));
  if (answer === null || answer === undefined) return null;
  const values = rulesOf<QuestionKind>(question.kind).values(answer);
  const counted = known ? values.filter((value) => known.has(cellCode(value))) : values;
  return counted.length > 0 ? counted : null;
}

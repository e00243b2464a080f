import type { TestValue } from "../../shared/questionnaires/kinds/kind.ts";
import { rulesOf } from "../../shared/questionnaires/question-kinds.ts";
import type { Question, QuestionKind } from "../../shared/questionnaires/questionnaire.ts";
import type { CellTable } from "./cell-table.ts";
import { nothingYet, type QuestionFigures } from "./figures.ts";
import { shownAfterMovement, withShown } from "./movements.ts";
import { numberFigures } from "./number-figures.ts";
import { cellCode, cellsOf, choicesOf } from "./question-cells.ts";
import { threshold } from "./releases.ts";
import { type Before, scaleFigures } from "./scale-figures.ts";

/** The answers to one question, as its kind gives their values. */
export interface QuestionAnswers {
  values: readonly (readonly TestValue[])[];
  /** By answer: between which figures of the question it came in; those of the last cohort were in none. */
  cohorts: readonly number[];
  unanswered: number;
}

/** The figures of a question as of the release numbered `basis`, given what was shown before. */
export async function figuresOf(
  question: Question,
  answers: QuestionAnswers,
  before: Before & { basis: number },
): Promise<QuestionFigures> {
  const { held, basis } = before;
  const total = answers.values.length + answers.unanswered;
  const lastShown = held?.lastShown ?? {};
  if (answers.values.length < threshold) return { ...nothingYet, lastShown };
  const outputs = held?.outputs ?? [];
  const start = { ...nothingYet, isSuppressed: false, basis, outputs, total, lastShown };
  if (rulesOf<QuestionKind>(question.kind).resultForm === "texts") return { ...start, answered: answers.values.length };
  return question.kind === "number"
    ? numberFigures(start, { question, ...answers, held, secret: before.secret })
    : tableFigures(start, { question, answers, before });
}

interface TableInput {
  question: Question;
  answers: QuestionAnswers;
  before: Before;
}

async function tableFigures(
  start: QuestionFigures,
  { question, answers, before }: TableInput,
): Promise<QuestionFigures> {
  const codes = (cellsOf(question) ?? []).map(({ code }) => code);
  const tally = new Map(codes.map((code) => [code, 0]));
  for (const values of answers.values) {
    await before.breathe();
    // Choices come without repetitions: nobody is counted twice in a cell.
    for (const value of values) tally.set(cellCode(value), (tally.get(cellCode(value)) ?? 0) + 1);
  }
  const counts = codes.map((code) => tally.get(code) ?? 0);
  const table: CellTable = {
    counts,
    answered: answers.values.length,
    unanswered: answers.unanswered,
    choices: choicesOf(question),
  };
  const isScale = rulesOf<QuestionKind>(question.kind).resultForm === "distribution";
  if (isScale) {
    const isNetPromoter = question.kind === "nps";
    return scaleFigures(start, {
      table,
      codes,
      isNetPromoter,
      cohorts: countByCohort(answers, start.outputs.length + 1),
      before,
    });
  }
  const { shown } = shownAfterMovement({ table, codes }, before);
  const cells = codes.map((code, index) => ({ code, count: shown.isShown[index] ? (counts[index] ?? 0) : null }));
  const answered = shown.isAnsweredShown ? table.answered : null;
  return withShown({ ...start, cells, answered }, table);
}

/** How many of each cohort gave each number. */
function countByCohort({ values, cohorts }: QuestionAnswers, cohortCount: number): Map<number, number>[] {
  const counts = Array.from({ length: cohortCount }, () => new Map<number, number>());
  for (const [index, [value]] of values.entries()) {
    const cohort = counts[cohorts[index] ?? cohortCount - 1];
    cohort?.set(Number(value), (cohort.get(Number(value)) ?? 0) + 1);
  }
  return counts;
}

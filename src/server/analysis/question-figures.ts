import type { TestValue } from "../../shared/questionnaires/kinds/kind.ts";
import { rulesOf } from "../../shared/questionnaires/question-kinds.ts";
import type { Question, QuestionKind } from "../../shared/questionnaires/questionnaire.ts";
import type { CellTable } from "./cell-table.ts";
import { nothingYet, type QuestionFigures } from "./figures.ts";
import { movedTooLittle, shownAfterMovement, withShown } from "./movements.ts";
import { numberClasses } from "./number-classes.ts";
import { cellCode, cellsOf, choicesOf } from "./question-cells.ts";
import { threshold } from "./releases.ts";
import { type Before, scaleFigures } from "./scale-figures.ts";
import { mean, median, roundToDigits, sampleStandardDeviation } from "./statistics.ts";

/** The answers to one question, as its kind gives their values. */
export interface QuestionAnswers {
  values: readonly (readonly TestValue[])[];
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
  if (answers.values.length < threshold) return { ...nothingYet, lastShown: held?.lastShown ?? {} };
  const start = { ...nothingYet, isSuppressed: false, basis, total, lastShown: held?.lastShown ?? {} };
  if (rulesOf<QuestionKind>(question.kind).resultForm === "texts") return { ...start, answered: answers.values.length };
  return question.kind === "number"
    ? numberFigures(start, { answers, isWhole: question.isWhole, before })
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
  if (isScale) return scaleFigures(start, { table, codes, isNetPromoter: question.kind === "nps", before });
  const { shown } = shownAfterMovement({ table, codes }, before);
  const cells = codes.map((code, index) => ({ code, count: shown.isShown[index] ? (counts[index] ?? 0) : null }));
  const answered = shown.isAnsweredShown ? table.answered : null;
  return withShown({ ...start, cells, answered }, table);
}

interface NumberInput {
  answers: QuestionAnswers;
  isWhole: boolean;
  before: Before;
}

/** Classes of numbers are made so wide that none is about one to four; see `numberClasses`. */
function numberFigures(start: QuestionFigures, { answers, isWhole, before }: NumberInput): QuestionFigures {
  const values = answers.values.map(([value]) => Number(value));
  const rounded = (value: number | null) => (value === null ? null : roundToDigits(value, 4));
  const moments = {
    mean: rounded(mean(values)),
    median: rounded(median(values)),
    standardDeviation: rounded(sampleStandardDeviation(values)),
  };
  const classes = numberClasses(values, isWhole);
  const codes = classes.map(({ from, to }) => `${from ?? ""}..${to ?? ""}`);
  const table: CellTable = {
    counts: classes.map(({ count }) => count),
    answered: values.length,
    unanswered: answers.unanswered,
    choices: null,
  };
  const { shown } = shownAfterMovement({ table, codes }, before);
  const hasMovedTooLittle = movedTooLittle(before.held?.cells ?? [], classes);
  const cells = classes.map(({ from, to, count }, index) => ({
    code: codes[index] ?? "",
    from,
    to,
    count: shown.isShown[index] && !hasMovedTooLittle ? count : null,
  }));
  return withShown({ ...start, ...moments, cells, answered: shown.isAnsweredShown ? values.length : null }, table);
}

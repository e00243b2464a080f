import type { QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import { type Breather, createBreather } from "./breather.ts";
import type { Secret } from "./cell-table.ts";
import { type Column, collectAnswers, type SubmittedRow } from "./collect-answers.ts";
import { type Figures, nothingYet, type Output, outputOf, type QuestionFigures, weightOf } from "./figures.ts";
import { figuresOf, type QuestionAnswers } from "./question-figures.ts";
import { tellingQuestions } from "./question-groups.ts";
import { mayFollow } from "./releases.ts";

export interface ComputeInput {
  joined: QuestionnaireContent;
  contents: ReadonlyMap<number, QuestionnaireContent>;
  /** All responses that are submitted now. */
  rows: readonly SubmittedRow[];
  held: Figures;
  /** The number of the release being made. */
  number: number;
  secretOf(code: string): Secret;
  /** Whether figures as of that release still contain a response that has been withdrawn since. */
  hasDeparted(basis: number): boolean;
}

/**
 * The figures of a new release. Each question has its own history: it is renewed when at least five who answered it were
 * in none of its figures before, and when the renewal shows no fewer people; otherwise what was shown stays as it is.
 */
export async function computeResults(input: ComputeInput): Promise<Figures> {
  const breathe = createBreather();
  const columns = await collectAnswers(input, breathe);
  const telling = await tellingQuestions(columns, breathe);
  const figures: Figures = {};
  for (const column of columns) {
    const { code } = column.question;
    await breathe.now();
    figures[code] = telling.has(code) ? heldOf(input, code) : await renewed(input, column, breathe);
  }
  return figures;
}

function heldOf({ held }: ComputeInput, code: string): QuestionFigures {
  const kept = (Object.hasOwn(held, code) ? held[code] : undefined) ?? nothingYet;
  // Figures stored before outputs were kept know one at most.
  const outputs: Output[] = kept.outputs ?? (kept.basis > 0 ? [outputOf(kept)] : []);
  return { ...kept, outputs };
}

async function renewed(input: ComputeInput, column: Column, breathe: Breather): Promise<QuestionFigures> {
  const { rows, number, secretOf, hasDeparted } = input;
  const { code } = column.question;
  const kept = heldOf(input, code);
  const cohortOf = (row: SubmittedRow | undefined) => {
    const earlier = kept.outputs.findIndex(({ basis }) => (row?.enteredIn ?? Number.POSITIVE_INFINITY) <= basis);
    return earlier === -1 ? kept.outputs.length : earlier;
  };
  const answers: QuestionAnswers = {
    values: column.values.filter((values) => values !== null),
    cohorts: rows.flatMap((row, index) => (column.values[index] ? [cohortOf(row)] : [])),
    unanswered: column.isVisible.reduce((sum, visible, index) => sum + (visible && !column.values[index] ? 1 : 0), 0),
  };
  const isNew = (index: number) => (rows[index]?.enteredIn ?? Number.POSITIVE_INFINITY) > kept.basis;
  const newcomers = column.values.reduce((sum, values, index) => sum + (values && isNew(index) ? 1 : 0), 0);
  if (!mayFollow(newcomers)) return kept;
  const next = await figuresOf(column.question, answers, {
    held: kept,
    secret: secretOf(code),
    basis: number,
    breathe,
  });
  const isBetter = weightOf(next) >= weightOf(kept) || hasDeparted(kept.basis);
  return isBetter && !next.isSuppressed ? next : kept;
}

/** What is left of figures when those that contain a withdrawn response are taken down. What was shown stays remembered. */
export function takenDown(figures: Figures, mustGo: (basis: number) => boolean): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([code, each]) => {
      const { basis, outputs, total, lastShown } = each;
      return [code, basis > 0 && mustGo(basis) ? { ...nothingYet, basis, outputs, total, lastShown } : each];
    }),
  );
}

import { type Moments, noMoments } from "./moments.ts";

export interface FigureCell {
  code: string;
  /** Null when hidden. */
  count: number | null;
  /** The edges of a class of numbers; null is an open end. */
  from?: number | null;
  to?: number | null;
}

/** What is kept of figures for good: which cells they showed, and the mean. */
export interface Output {
  basis: number;
  codes: string[];
  mean: number | null;
  answered: number | null;
}

/** What has been let out about one question, and what has to be remembered to keep later figures apart from it. */
export interface QuestionFigures extends Moments {
  isSuppressed: boolean;
  answered: number | null;
  cells: FigureCell[];
  /** The release whose respondents these figures are about; 0 when nothing was ever shown. */
  basis: number;
  /** Everything that was shown of the question before and is shown now, the oldest first. */
  outputs: Output[];
  /** How many saw the question then. */
  total: number;
  /** Each cell as it was last shown, with the number who answered; `unanswered` under the empty code. */
  lastShown: Record<string, { count: number; of: number }>;
}

/** Figures by question code. */
export type Figures = Record<string, QuestionFigures>;

export const nothingYet: QuestionFigures = {
  ...noMoments,
  isSuppressed: true,
  answered: null,
  cells: [],
  basis: 0,
  outputs: [],
  total: 0,
  lastShown: {},
};

/** How much figures show: the people in the cells that are shown. */
export function weightOf({ cells }: QuestionFigures): number {
  return cells.reduce((sum, { count }) => sum + (count ?? 0), 0);
}

export function outputOf({ basis, cells, mean, answered }: QuestionFigures): Output {
  return { basis, codes: cells.flatMap(({ code, count }) => (count === null ? [] : [code])), mean, answered };
}

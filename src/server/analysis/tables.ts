import type { Language } from "../../shared/kernel/locale.ts";
import type { Answers, QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import type { Figures } from "./figures.ts";

export interface ReleaseRow {
  number: number;
  respondents: number;
  figures: Figures;
  releasedAt: Date;
}

export interface VersionRow {
  number: number;
  content: QuestionnaireContent;
}

export interface ResponseRow {
  id: string;
  version: number;
  language: Language;
  answers: Answers;
  enteredIn: number | null;
}

/** A response that was in a release and is withdrawn or erased. */
export interface DepartedRow {
  enteredIn: number;
  leftIn: number | null;
  /** Null when nothing is left that says when. */
  departedAt: Date | null;
}

export interface TextRow {
  text: string;
  language: Language;
}

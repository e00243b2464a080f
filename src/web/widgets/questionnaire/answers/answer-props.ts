import type { ReactNode } from "react";
import type { Language } from "../../../../shared/kernel/locale.ts";
import type { Question, QuestionKind, QuestionOf } from "../../../../shared/questionnaires/questionnaire.ts";
import type { GivenAnswers } from "../given-answers.ts";

/** What every control gets: its question, what was given to it, and what is around it. */
export interface AnswerProps<Kind extends QuestionKind = QuestionKind> {
  question: QuestionOf<Kind>;
  /** As given: possibly half-typed, or of a wrong form. */
  value: GivenAnswers[string];
  onAnswer: (value: unknown) => void;
  language: Language;
  frame: AnswerFrame;
  /** Decides the order of shuffled options. */
  seed: string;
}

/** The parts around a control, as the fields of the design system take them. */
export interface AnswerFrame {
  id: string;
  label: ReactNode;
  hint: ReactNode;
  error: string | undefined;
  isRequired: boolean;
}

export const fieldId = (question: Pick<Question, "code">): string => `answer-${question.code}`;

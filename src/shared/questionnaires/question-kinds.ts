import { choiceRules, choicesRules } from "./kinds/choices.ts";
import { consentRules, yesNoRules } from "./kinds/decisions.ts";
import type { KindRules } from "./kinds/kind.ts";
import { dateRules, timeRules } from "./kinds/moments.ts";
import { npsRules, numberRules, ratingRules, scaleRules } from "./kinds/numbers.ts";
import { textRules } from "./kinds/texts.ts";
import type { Answer, Answers, Question, QuestionKind, QuestionOf } from "./questionnaire.ts";

export type { ResultForm, TestName } from "./kinds/kind.ts";

/**
 * All kinds of questions. A new kind is one entry here, its schema in `questionnaire.ts`, and its texts; everything
 * that differs between kinds is asked of this table and nowhere else.
 */
export const questionKinds: { readonly [Kind in QuestionKind]: KindRules<QuestionOf<Kind>, Answer> } = {
  short_text: textRules,
  long_text: textRules,
  number: numberRules,
  date: dateRules,
  time: timeRules,
  single_choice: choiceRules,
  dropdown: choiceRules,
  multiple_choice: choicesRules,
  yes_no: yesNoRules,
  rating: ratingRules,
  scale: scaleRules,
  nps: npsRules,
  consent: consentRules,
};

export const allKinds = Object.keys(questionKinds) as QuestionKind[];

/** The rules of a question's kind. */
export function rulesOf<Kind extends QuestionKind>(kind: Kind): KindRules<QuestionOf<Kind>, Answer> {
  return questionKinds[kind];
}

/** A question of the kind with its defaults, ready for the builder. */
export function newQuestion(kind: QuestionKind, id: string, code: string): Question {
  const common = { id, code, kind, text: {}, help: {}, isRequired: false, showIf: null };
  return { ...common, ...questionKinds[kind].defaults() } as Question;
}

/** The answer in canonical form; null when it is empty, undefined when it does not have the form of the kind. */
export function readAnswer(question: Question, given: unknown): Answer | null | undefined {
  return given === undefined || given === null ? null : rulesOf<QuestionKind>(question.kind).read(question, given);
}

/** Whether nothing was answered: no value, a blank text, no choice. */
export function isEmpty(question: Question, given: unknown): boolean {
  return readAnswer(question, given) === null;
}

/** What was given to the question with the code. A code may be the name of something that every object inherits. */
export function givenTo(answers: Readonly<Record<string, unknown>> | Answers, code: string): unknown {
  return Object.hasOwn(answers, code) ? (answers as Record<string, unknown>)[code] : undefined;
}

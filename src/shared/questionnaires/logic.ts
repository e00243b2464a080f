import type { TestValue } from "./kinds/kind.ts";
import { givenTo, readAnswer, rulesOf } from "./question-kinds.ts";
import type { Answer, AnswerTest, Condition, Question, QuestionKind, QuestionnaireContent } from "./questionnaire.ts";

/** What is shown: sections by id, questions by code. */
export interface Visibility {
  sections: ReadonlySet<string>;
  questions: ReadonlySet<string>;
}

interface Answered {
  question: Question;
  answer: Answer;
}

/**
 * The only evaluator of show-if logic: browser, server and preview all ask it. One pass in the order of the
 * questionnaire; a question that is hidden, or comes later, counts as not answered.
 */
export function visibility(content: QuestionnaireContent, answers: Readonly<Record<string, unknown>>): Visibility {
  const answered = new Map<string, Answered>();
  const sections = new Set<string>();
  const questions = new Set<string>();
  for (const section of content.sections) {
    if (!isShown(section.showIf, answered)) continue;
    sections.add(section.id);
    for (const question of section.questions) {
      if (!isShown(question.showIf, answered)) continue;
      questions.add(question.code);
      const answer = readAnswer(question, givenTo(answers, question.code));
      if (answer !== null && answer !== undefined) answered.set(question.code, { question, answer });
    }
  }
  return { sections, questions };
}

/** The codes of the questions that are shown with these answers. */
export function visibleQuestions(
  content: QuestionnaireContent,
  answers: Readonly<Record<string, unknown>>,
): ReadonlySet<string> {
  return visibility(content, answers).questions;
}

/** Whether the question with the code is shown with these answers. */
export function isVisible(
  content: QuestionnaireContent,
  answers: Readonly<Record<string, unknown>>,
  code: string,
): boolean {
  return visibleQuestions(content, answers).has(code);
}

function isShown(condition: Condition | null, answered: ReadonlyMap<string, Answered>): boolean {
  if (condition === null) return true;
  const passes = (test: AnswerTest) => {
    const given = answered.get(test.question);
    return given ? holds(test, given.question, given.answer) : test.is === "not_answered";
  };
  return condition.join === "all" ? condition.tests.every(passes) : condition.tests.some(passes);
}

/**
 * Whether the test holds for an answer in canonical form; undefined stands for no answer. Every test but
 * `not_answered` needs an answer, `not_equals` too: a follow-up never appears before its question is answered.
 */
export function holds(test: AnswerTest, question: Question, answer: Answer | undefined): boolean {
  if (answer === undefined) return test.is === "not_answered";
  const rules = rulesOf<QuestionKind>(question.kind);
  if (!rules.tests.includes(test.is)) return false;
  return compare(test, rules.values(answer));
}

function compare(test: AnswerTest, values: readonly TestValue[]): boolean {
  const { value } = test;
  switch (test.is) {
    case "answered":
      return true;
    case "not_answered":
      return false;
    case "equals":
    case "includes":
      return value !== undefined && values.includes(value);
    case "not_equals":
      return value !== undefined && !values.includes(value);
    case "at_least":
      return isOrdered(value, values[0]);
    case "at_most":
      return isOrdered(values[0], value);
  }
}

/** Whether the first comes before the second or is the same; numbers with numbers, days and times with their like. */
function isOrdered(first: TestValue | undefined, second: TestValue | undefined): boolean {
  if (typeof first === "number" && typeof second === "number") return first <= second;
  return typeof first === "string" && typeof second === "string" && first <= second;
}

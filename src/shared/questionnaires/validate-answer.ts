import { type AnswerIssue, isUnfinished } from "./answer-issue.ts";
import { visibleQuestions } from "./logic.ts";
import { givenTo, readAnswer, rulesOf } from "./question-kinds.ts";
import type { Answer, Answers, Question, QuestionKind, QuestionnaireContent } from "./questionnaire.ts";

export type { AnswerIssue, AnswerIssueCode } from "./answer-issue.ts";

/** What is wrong with what was given to a question that is shown; nothing when the list is empty. */
export function validateAnswer(question: Question, given: unknown): AnswerIssue[] {
  return judge(question, given).issues;
}

export interface ValidatedAnswers {
  /** Only answers to known questions that are shown, in canonical form; what had the wrong form is left out. */
  answers: Answers;
  issues: AnswerIssue[];
}

/**
 * Reads a whole set of answers. A partial set, such as a draft in the middle of typing, is only faulted for what
 * no further typing can mend.
 */
export function validateAnswers(
  content: QuestionnaireContent,
  given: Readonly<Record<string, unknown>>,
  { isPartial }: { isPartial: boolean },
): ValidatedAnswers {
  const visible = visibleQuestions(content, given);
  const answers: Answers = {};
  const issues: AnswerIssue[] = [];
  for (const section of content.sections) {
    for (const question of section.questions) {
      if (!visible.has(question.code)) continue;
      const judged = judge(question, givenTo(given, question.code));
      if (judged.answer !== undefined) answers[question.code] = judged.answer;
      issues.push(...(isPartial ? judged.issues.filter((issue) => !isUnfinished(issue)) : judged.issues));
    }
  }
  return { answers, issues };
}

function judge(question: Question, given: unknown): { answer: Answer | undefined; issues: AnswerIssue[] } {
  const field = question.code;
  const answer = readAnswer(question, given);
  if (answer === undefined) return { answer, issues: [{ field, code: "malformed", params: {} }] };
  if (answer === null) {
    return { answer: undefined, issues: question.isRequired ? [{ field, code: "required", params: {} }] : [] };
  }
  const issues = rulesOf<QuestionKind>(question.kind).validateAnswer(question, answer);
  return { answer, issues: issues.map((issue) => ({ field, ...issue })) };
}

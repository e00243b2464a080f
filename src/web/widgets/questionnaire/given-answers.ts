import { canonicalJson } from "../../../shared/catalogue/canonical-json.ts";
import { isUnfinished } from "../../../shared/questionnaires/answer-issue.ts";
import { givenTo, readAnswer } from "../../../shared/questionnaires/question-kinds.ts";
import type { Answers, QuestionnaireContent } from "../../../shared/questionnaires/questionnaire.ts";
import { validateAnswer, validateAnswers } from "../../../shared/questionnaires/validate-answer.ts";

/** What was typed and chosen, by question code; it may be half-typed or of a wrong form. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

/** Whether two answers, or two sets of them, are the same. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/** Everything given that has the form of its question, hidden questions too. */
export function readAnswers(content: QuestionnaireContent, given: GivenAnswers): Answers {
  const answers: Answers = {};
  for (const question of content.sections.flatMap((section) => section.questions)) {
    const answer = readAnswer(question, givenTo(given, question.code));
    if (answer !== null && answer !== undefined) answers[question.code] = answer;
  }
  return answers;
}

/** What an autosave sends: answers to questions that are shown, without those that the server would refuse. */
export function sendableAnswers(content: QuestionnaireContent, given: GivenAnswers): Answers {
  const { answers } = validateAnswers(content, given, { isPartial: true });
  const questions = content.sections.flatMap((section) => section.questions);
  const refused = questions
    .filter(({ code }) => code in answers)
    .filter((question) => validateAnswer(question, answers[question.code]).some((issue) => !isUnfinished(issue)));
  const codes = new Set(refused.map(({ code }) => code));
  return Object.fromEntries(Object.entries(answers).filter(([code]) => !codes.has(code)));
}

import type { FieldIssue } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { answerSentence } from "../../shared/questionnaires/answer-sentence.ts";
import type { QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import type { AnswerIssue } from "../../shared/questionnaires/validate-answer.ts";

/** The issues with their sentences, in the reader's language. */
export function spokenIssues(
  { sections }: QuestionnaireContent,
  issues: readonly AnswerIssue[],
  reader: Language,
): FieldIssue[] {
  const questions = new Map(sections.flatMap((section) => section.questions).map((each) => [each.code, each]));
  return issues.flatMap((issue) => {
    const question = questions.get(issue.field);
    if (!question) return [];
    return { field: `answers.${issue.field}`, code: issue.code, message: answerSentence(question, issue, reader) };
  });
}

import { visibility } from "../../../shared/questionnaires/logic.ts";
import { givenTo } from "../../../shared/questionnaires/question-kinds.ts";
import type { Question, QuestionnaireContent, Section } from "../../../shared/questionnaires/questionnaire.ts";
import { type AnswerIssue, validateAnswer } from "../../../shared/questionnaires/validate-answer.ts";
import type { GivenAnswers } from "./given-answers.ts";

/** A section as one page: only what is shown with these answers. */
export interface SectionPage {
  section: Section;
  questions: readonly Question[];
  /** The number of the page's first question among all that are shown, from 1. */
  firstNumber: number;
}

/** The pages in order. A section of which nothing is left to ask is no page; one that was written only to be read is. */
export function sectionPages(content: QuestionnaireContent, given: GivenAnswers): SectionPage[] {
  const visible = visibility(content, given);
  let firstNumber = 1;
  return content.sections.flatMap((section) => {
    const questions = section.questions.filter(({ code }) => visible.questions.has(code));
    const isToRead = section.questions.length === 0 && Object.keys(section.description).length > 0;
    if (!visible.sections.has(section.id) || (questions.length === 0 && !isToRead)) return [];
    const page = { section, questions, firstNumber };
    firstNumber += questions.length;
    return [page];
  });
}

/** Which page to show: the wanted one; when it is hidden by now, the last one before it. */
export function pageIndex(content: QuestionnaireContent, pages: readonly SectionPage[], wanted: string | null): number {
  const order = content.sections.map(({ id }) => id);
  const place = wanted === null ? -1 : order.indexOf(wanted);
  const index = pages.findLastIndex(({ section }) => order.indexOf(section.id) <= place);
  return Math.max(0, index);
}

export function issuesOn(page: SectionPage, given: GivenAnswers): AnswerIssue[] {
  return page.questions.flatMap((question) => validateAnswer(question, givenTo(given, question.code)));
}

/** The first page that does not let one submit yet. */
export function firstFaultyPage(pages: readonly SectionPage[], given: GivenAnswers): SectionPage | undefined {
  return pages.find((page) => issuesOn(page, given).length > 0);
}

import { slugify } from "../../../../shared/kernel/id.ts";
import type { QuestionnaireContent } from "../../../../shared/questionnaires/questionnaire.ts";

const longest = 40;
const mostWords = 5;

/** A stable name out of a text: lower-case words joined by underscores, beginning with a letter. */
export function codeFromText(text: string, fallback: string): string {
  const words = /[a-z0-9]/i.test(text.normalize("NFD")) ? slugify(text).split("-").slice(0, mostWords).join("_") : "";
  const code = (/^[a-z]/.test(words) ? words : words && `q_${words}`).slice(0, longest).replace(/_+$/, "");
  return code || fallback;
}

/** The wanted code, or with a number behind it when it is taken. */
export function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) {
    const ending = `_${n}`;
    const code = wanted.slice(0, longest - ending.length) + ending;
    if (!taken.has(code)) return code;
  }
}

export const isQuestionCode = (code: string): boolean => /^[a-z][a-z0-9_]{0,39}$/.test(code);
export const isOptionCode = (code: string): boolean => /^[a-z0-9][a-z0-9_]{0,39}$/.test(code);

/** The codes of all questions but one. */
export function codesBut(content: QuestionnaireContent, questionId: string): Set<string> {
  const questions = content.sections.flatMap((section) => section.questions);
  return new Set(questions.filter(({ id }) => id !== questionId).map(({ code }) => code));
}

import type { Language } from "../kernel/locale.ts";
import { otherLanguage } from "../kernel/locale.ts";
import { checkConditions } from "./check-conditions.ts";
import type { ContentProblem } from "./content-problem.ts";
import { mapTexts } from "./content-texts.ts";
import { rulesOf } from "./question-kinds.ts";
import type { QuestionKind, QuestionnaireContent } from "./questionnaire.ts";

export type { ContentProblem } from "./content-problem.ts";

/** What stands in the way of publishing the content in these languages, in the order of the questionnaire. */
export function checkContent(content: QuestionnaireContent, languages: readonly Language[]): ContentProblem[] {
  return [
    ...checkShape(content),
    ...checkCodes(content),
    ...checkSettings(content),
    ...checkConditions(content),
    ...checkTexts(content, languages),
  ];
}

function checkShape(content: QuestionnaireContent): ContentProblem[] {
  const problems: ContentProblem[] = [];
  if (content.sections.every((section) => section.questions.length === 0)) {
    problems.push({ field: "sections", code: "no_questions", severity: "error", params: {} });
    return problems;
  }
  content.sections.forEach((section, index) => {
    if (section.questions.length > 0) return;
    problems.push({ field: `sections.${index}.questions`, code: "empty_section", severity: "warning", params: {} });
  });
  return problems;
}

function checkCodes(content: QuestionnaireContent): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const codes = new Set<string>();
  const ids = new Set<string>();
  const claimId = (id: string, field: string) => {
    if (ids.has(id)) problems.push({ field, code: "duplicate_id", severity: "error", params: {} });
    ids.add(id);
  };
  content.sections.forEach((section, at) => {
    claimId(section.id, `sections.${at}.id`);
    section.questions.forEach(({ id, code }, index) => {
      const field = `sections.${at}.questions.${index}`;
      claimId(id, `${field}.id`);
      if (codes.has(code)) {
        problems.push({
          field: `${field}.code`,
          code: "duplicate_code",
          severity: "error",
          params: { question: code },
        });
      }
      codes.add(code);
    });
  });
  return problems;
}

function checkSettings(content: QuestionnaireContent): ContentProblem[] {
  return content.sections.flatMap((section, at) =>
    section.questions.flatMap((question, index) =>
      rulesOf<QuestionKind>(question.kind)
        .problems(question)
        .map(
          ({ field, code, params }): ContentProblem => ({
            field: `sections.${at}.questions.${index}.${field}`,
            code,
            severity: "error",
            params: { question: question.code, ...params },
          }),
        ),
    ),
  );
}

function checkTexts(content: QuestionnaireContent, languages: readonly Language[]): ContentProblem[] {
  const problems: ContentProblem[] = [];
  mapTexts(content, (text, { field, need }) => {
    for (const language of languages) {
      const isNeeded = need === "always" || text[otherLanguage(language)] !== undefined;
      if (text[language] !== undefined || !isNeeded) continue;
      const isPreferred = need === "preferred";
      problems.push({
        field,
        code: isPreferred ? "translation_missing" : "text_missing",
        severity: isPreferred ? "warning" : "error",
        params: { language },
      });
    }
    return text;
  });
  return problems;
}

import type { QuestionnaireContent } from "../../../../shared/questionnaires/questionnaire.ts";

/** The item that holds a place in the content, such as `sections.0.questions.2.showIf`: what to select to see it. */
export function itemOf(content: QuestionnaireContent, field: string): string {
  const [, section, question] = /^sections\.(\d+)(?:\.questions\.(\d+))?/.exec(field) ?? [];
  if (section === undefined)
    return field.startsWith("thanks") ? "thanks" : field.startsWith("settings") ? "settings" : "cover";
  const found = content.sections[Number(section)];
  return found?.questions[Number(question)]?.id ?? found?.id ?? "cover";
}

import type { Language, LocalisedText } from "../kernel/locale.ts";
import type { VisitText } from "./kinds/kind.ts";
import { rulesOf } from "./question-kinds.ts";
import type { Question, QuestionKind, QuestionnaireContent } from "./questionnaire.ts";

/** The content with each of its texts replaced by what `visit` answers; fields are dotted paths from the content. */
export function mapTexts(content: QuestionnaireContent, visit: VisitText): QuestionnaireContent {
  return {
    ...content,
    title: visit(content.title, { field: "title", need: "always" }),
    introduction: visit(content.introduction, { field: "introduction", need: "preferred" }),
    thanks: visit(content.thanks, { field: "thanks", need: "preferred" }),
    sections: content.sections.map((section, at) => ({
      ...section,
      title: visit(section.title, { field: `sections.${at}.title`, need: "preferred" }),
      description: visit(section.description, { field: `sections.${at}.description`, need: "preferred" }),
      questions: section.questions.map((question, index) =>
        mapQuestionTexts(question, (text, { field, need }) =>
          visit(text, { field: `sections.${at}.questions.${index}.${field}`, need }),
        ),
      ),
    })),
  };
}

function mapQuestionTexts(question: Question, visit: VisitText): Question {
  const common = {
    ...question,
    text: visit(question.text, { field: "text", need: "always" }),
    help: visit(question.help, { field: "help", need: "preferred" }),
  };
  return rulesOf<QuestionKind>(question.kind).mapTexts(common, visit);
}

/** The content with its texts in these languages only. */
export function contentIn(content: QuestionnaireContent, languages: readonly Language[]): QuestionnaireContent {
  return mapTexts(content, (text) => {
    const kept: LocalisedText = {};
    for (const language of languages) if (text[language] !== undefined) kept[language] = text[language];
    return kept;
  });
}

/** Whether any text exists in the language. */
export function hasTextIn(content: QuestionnaireContent, language: Language): boolean {
  let isFound = false;
  mapTexts(content, (text) => {
    isFound ||= text[language] !== undefined;
    return text;
  });
  return isFound;
}

import { type LocalisedText, languages } from "../../../../shared/kernel/locale.ts";
import { mapTexts } from "../../../../shared/questionnaires/content-texts.ts";
import type { QuestionnaireContent } from "../../../../shared/questionnaires/questionnaire.ts";

/**
 * What is sent for what was typed: texts without spaces around them, none that is empty. The form keeps what was typed,
 * so that no space is taken away under somebody's fingers.
 */
export const plainContent = (content: QuestionnaireContent): QuestionnaireContent => mapTexts(content, plainText);

function plainText(text: LocalisedText): LocalisedText {
  const sides = languages.map((language) => [language, text[language]?.trim()] as const);
  return Object.fromEntries(sides.filter(([, side]) => side));
}

import type { LanguageState } from "../../shared/catalogue/workshop.ts";
import { type Language, type LocalisedText, otherLanguage } from "../../shared/kernel/locale.ts";
import { hasTextIn, mapTexts } from "../../shared/questionnaires/content-texts.ts";
import type { QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";

export interface PublishedTexts {
  languages: readonly Language[];
  content: QuestionnaireContent;
}

/**
 * The state of one language: missing, draft until it is published, and stale while the other published language has a
 * text that was changed since the publish and this one has not followed.
 */
export function languageState(
  draft: QuestionnaireContent,
  published: PublishedTexts | undefined,
  language: Language,
): LanguageState {
  if (!published?.languages.includes(language)) return hasTextIn(draft, language) ? "draft" : "missing";
  return isBehind(textsOf(draft), textsOf(published.content), language) ? "stale" : "published";
}

function isBehind(
  now: ReadonlyMap<string, LocalisedText>,
  before: ReadonlyMap<string, LocalisedText>,
  language: Language,
): boolean {
  const other = otherLanguage(language);
  return [...now].some(([place, text]) => {
    const old = before.get(place);
    const isRevised = old?.[other] !== undefined && text[other] !== old[other];
    return isRevised && text[language] !== undefined && text[language] === old?.[language];
  });
}

/** Texts by a name of their place that survives a change of order. */
function textsOf(content: QuestionnaireContent): Map<string, LocalisedText> {
  const texts = new Map<string, LocalisedText>();
  mapTexts(content, (text, { field }) => {
    texts.set(lastingName(content, field), text);
    return text;
  });
  return texts;
}

/** `sections.0.questions.2.options.1.label` with ids and codes instead of positions. */
function lastingName(content: QuestionnaireContent, field: string): string {
  const [head, at, ...inSection] = field.split(".");
  const section = head === "sections" ? content.sections[Number(at)] : undefined;
  if (!section) return field;
  const [part, index, ...inQuestion] = inSection;
  const question = part === "questions" ? section.questions[Number(index)] : undefined;
  if (!question) return [section.id, ...inSection].join(".");
  const [list, position, ...rest] = inQuestion;
  const option = list === "options" && "options" in question ? question.options[Number(position)] : undefined;
  return [question.id, ...(option ? [option.code, ...rest] : inQuestion)].join(".");
}

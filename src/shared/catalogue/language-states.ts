import { type Language, languages, otherLanguage } from "../kernel/locale.ts";
import { neutralPart, type TextField, textFields, textIn, textsIn } from "./content-parts.ts";
import type { LanguageState, WorkshopContent } from "./workshop.ts";

/** Per language, the fields whose text in the other language was revised after this one was written. */
export type StaleFields = Partial<Record<Language, TextField[]>>;

/**
 * What is stale after a save. A text falls behind when the other language's existing text of that field is revised
 * alone; it is fresh again once it is changed itself.
 */
export function staleAfter(stale: StaleFields, before: WorkshopContent, after: WorkshopContent): StaleFields {
  const behind = (language: Language) => {
    const other = otherLanguage(language);
    return textFields.filter((field) => {
      const own = textIn(after, field, language);
      if (own === undefined || own !== textIn(before, field, language)) return false;
      const previous = textIn(before, field, other);
      // A text that was behind itself only catches up.
      const isCatchingUp = stale[other]?.includes(field) ?? false;
      const isRevised = previous !== undefined && previous !== textIn(after, field, other) && !isCatchingUp;
      return isRevised || (stale[language]?.includes(field) ?? false);
    });
  };
  return { en: behind("en"), pl: behind("pl") };
}

export interface LanguageFacts {
  content: WorkshopContent;
  publishedLanguages: readonly Language[];
  staleFields: StaleFields;
}

/** The state of one language. It depends on nothing that publishing the other language changes. */
export function languageState(facts: LanguageFacts, language: Language): LanguageState {
  if (facts.publishedLanguages.includes(language)) {
    return (facts.staleFields[language]?.length ?? 0) > 0 ? "stale" : "published";
  }
  return hasTexts(facts.content, language) ? "draft" : "missing";
}

export interface PublishedContent {
  /** The content of the last publish of each language. */
  byLanguage: Partial<Record<Language, WorkshopContent>>;
  /** The content of the last publish of all. */
  latest: WorkshopContent | undefined;
}

/** The languages whose draft says something else than the public page. */
export function unpublishedLanguages(facts: LanguageFacts, published: PublishedContent): Language[] {
  const isNeutralChanged =
    published.latest === undefined || neutralPart(published.latest) !== neutralPart(facts.content);
  return languages.filter((language) => {
    const last = published.byLanguage[language];
    if (!last || !facts.publishedLanguages.includes(language)) return hasTexts(facts.content, language);
    return isNeutralChanged || textsIn(last, language) !== textsIn(facts.content, language);
  });
}

function hasTexts(content: WorkshopContent, language: Language): boolean {
  return textFields.some((field) => textIn(content, field, language) !== undefined);
}

import type { Language } from "./locale.ts";

/** Polish needs all four (1 warsztat, 2 warsztaty, 5 warsztatów, 1,5 warsztatu); English `one` and `other`. */
export interface PluralForms {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

const rules: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules("en-GB"),
  pl: new Intl.PluralRules("pl-PL"),
};

/** The form of the word that goes with `count`; without the figure itself. */
export function plural(language: Language, count: number, forms: PluralForms): string {
  const category = rules[language].select(count);
  if (category === "one") return forms.one;
  if (category === "few") return forms.few ?? forms.other;
  if (category === "many") return forms.many ?? forms.other;
  return forms.other;
}

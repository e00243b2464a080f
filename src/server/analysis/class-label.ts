import { type Language, type LocalisedText, languages } from "../../shared/kernel/locale.ts";

/** A class of numbers in words: `20–29` for whole numbers, `2.5 – < 5` for others, open ends as `< 20` and `≥ 60`. */
export function classLabel({ from, to }: { from: number | null; to: number | null }, isWhole: boolean): LocalisedText {
  const labelIn = (language: Language) => {
    const format = (value: number) => new Intl.NumberFormat(language, { maximumSignificantDigits: 12 }).format(value);
    if (from === null) return to === null ? "–" : `< ${format(to)}`;
    if (to === null) return `≥ ${format(from)}`;
    if (!isWhole) return `${format(from)} – < ${format(to)}`;
    return to - from === 1 ? format(from) : `${format(from)}–${format(to - 1)}`;
  };
  return Object.fromEntries(languages.map((language) => [language, labelIn(language)]));
}

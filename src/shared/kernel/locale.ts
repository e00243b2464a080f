import { z } from "zod";

/** The languages the product speaks, in the order they are offered. */
export const languages = ["en", "pl"] as const;
export type Language = (typeof languages)[number];
// Marked pure, so that browser code which only reads texts does not carry zod.
export const Language = /* @__PURE__ */ z.enum(languages);

export const otherLanguage = (language: Language): Language => (language === "en" ? "pl" : "en");

export const isLanguage = (value: unknown): value is Language => value === "en" || value === "pl";

/** A text in one or both languages. A side may be missing; it is never an empty string. */
export interface LocalisedText {
  en?: string | undefined;
  pl?: string | undefined;
}

/** A zod schema of a localised text whose sides are trimmed and at most `maxLength` characters long. */
export const localisedText = (maxLength: number) => {
  const side = z.string().trim().min(1).max(maxLength).optional();
  return z.strictObject({ en: side, pl: side });
};

export interface ReadText {
  text: string;
  /** The language the text is really in, for the element's `lang` attribute. */
  language: Language;
}

/** The text in the reader's language, else in the other one; `undefined` when neither exists. */
export function readText(text: LocalisedText | undefined, wanted: Language): ReadText | undefined {
  const own = text?.[wanted];
  if (own) return { text: own, language: wanted };
  const other = otherLanguage(wanted);
  const fallback = text?.[other];
  return fallback ? { text: fallback, language: other } : undefined;
}

/** Picks the best supported language of an `Accept-Language` header; English when none fits. */
export function preferredLanguage(header: string | undefined): Language {
  const ranked = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase().slice(0, 2), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return ranked.map((entry) => entry.tag).find(isLanguage) ?? "en";
}

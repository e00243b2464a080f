import type { Language } from "../../shared/kernel/locale.ts";

const locales: Record<Language, string> = { en: "en-GB", pl: "pl-PL" };

/** A moment as people at the place of the workshop read it, with its time zone. */
export function momentIn(language: Language, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(at);
}

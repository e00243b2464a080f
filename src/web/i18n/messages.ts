/**
 * Messages in two minutes.
 *
 * A message is a string, or a function of what it needs that answers a string. No keys in quotes, no catalogue at run
 * time: a word that is missing or misspelt does not compile. To add the area "catalogue":
 *
 *   i18n/en/catalogue.ts   export const en = { title: "Workshops", found: (n: number) => `${n} ${plural("en", n, {…})}` };
 *   i18n/pl/catalogue.ts   export const pl: Widen<typeof en> = { title: "Warsztaty", found: (n) => … };
 *   i18n/catalogue.ts      export const catalogueMessages = { en, pl };
 *
 * and where it is shown: `const words = catalogueMessages[language]; … words.found(3)`.
 * Import an area only where it is used: what the studio says then never reaches a visitor's phone.
 * Figures, dates and counts go through format.ts and plural.ts, so that both languages inflect them their own way.
 * This file holds the words that both faces share.
 */
import type { Language } from "../../shared/kernel/locale.ts";
import { en } from "./en/common.ts";
import { pl } from "./pl/common.ts";
import type { Widen } from "./widen.ts";

/** The words shared by the site and the studio. */
export type Messages = Widen<typeof en>;

const common: Record<Language, Messages> = { en, pl };

export const messagesFor = (language: Language): Messages => common[language];

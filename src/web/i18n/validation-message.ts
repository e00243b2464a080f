import type { Language } from "../../shared/kernel/locale.ts";
import { formatDay } from "./format.ts";
import { messagesFor } from "./messages.ts";

/** What a rule knows about its refusal: the limit that was passed, under the name the rule gives it. */
export type ValidationParameters = Readonly<Record<string, string | number | undefined>>;

const limitNames = ["limit", "minimum", "maximum", "earliest", "latest"];

/** The text for a refused field, by the stable code of the rule; a general one for a code that has no text of its own. */
export function validationMessage(language: Language, code: string, parameters: ValidationParameters = {}): string {
  const { summary: _, ...texts } = messagesFor(language).validation;
  if (!Object.hasOwn(texts, code)) return texts.general;
  const limit = limitNames.map((name) => parameters[name]).find((value) => value !== undefined);
  if (code === "too_early" || code === "too_late") {
    return limit === undefined ? texts.general : texts[code]({ limit: momentText(language, String(limit)) });
  }
  const message = texts[code as Exclude<keyof typeof texts, "too_early" | "too_late">];
  if (typeof message === "string") return message;
  return limit === undefined ? texts.general : message({ limit: Number(limit) });
}

/** A day is written out; a time stays as it is. */
const momentText = (language: Language, limit: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(limit) ? formatDay(language, limit) : limit;

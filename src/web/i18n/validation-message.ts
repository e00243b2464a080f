import type { Language } from "../../shared/kernel/locale.ts";
import { messagesFor } from "./messages.ts";

/** What a rule knows about its refusal, such as the limit that was passed. */
export interface ValidationParameters {
  limit?: number | undefined;
}

/** The text for a refused field, by the stable code of the rule; a general one for a code that has no text of its own. */
export function validationMessage(language: Language, code: string, parameters: ValidationParameters = {}): string {
  const texts = messagesFor(language).validation;
  if (code === "summary" || !Object.hasOwn(texts, code)) return texts.general;
  const message = texts[code as Exclude<keyof typeof texts, "summary">];
  if (typeof message === "string") return message;
  return parameters.limit === undefined ? texts.general : message({ limit: parameters.limit });
}

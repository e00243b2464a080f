import type { Language, LocalisedText } from "../../../shared/kernel/locale.ts";
import { readText } from "../../../shared/kernel/locale.ts";

/** The `lang` of a text that is not in the reader's language. */
export function langOf(text: LocalisedText, language: Language): Language | undefined {
  const read = readText(text, language);
  return read && read.language !== language ? read.language : undefined;
}

/** A text in the reader's language, or in the other one with its `lang`. Line breaks are kept by the stylesheet. */
export function Localised({ text, language }: { text: LocalisedText; language: Language }) {
  const read = readText(text, language);
  return read ? (
    <span className="questionnaire-text" lang={langOf(text, language)}>
      {read.text}
    </span>
  ) : null;
}

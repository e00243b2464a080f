import { type LocalisedText, readText } from "../../../../shared/kernel/locale.ts";
import type { Option, Question } from "../../../../shared/questionnaires/questionnaire.ts";
import { codeFromText, freeCode } from "./content-code.ts";

export interface CodeWorld {
  taken: ReadonlySet<string>;
  /** Codes that have been published join versions in the results: they no longer follow the text. */
  isPublished: boolean;
}

/** The question's code once its text is another one: it follows as long as nobody chose a code. */
export function codeAfterText(question: Question, text: LocalisedText, world: CodeWorld): string {
  return follow({ code: question.code, text: question.text }, text, { ...world, placeholder: /^question_\d+(_\d+)?$/ });
}

/** The same for an option and its label. */
export function optionCodeAfterLabel(option: Option, label: LocalisedText, world: CodeWorld): string {
  return follow({ code: option.code, text: option.label }, label, { ...world, placeholder: /^option_\d+$/ });
}

function follow(
  before: { code: string; text: LocalisedText },
  text: LocalisedText,
  { taken, isPublished, placeholder }: CodeWorld & { placeholder: RegExp },
): string {
  const made = codeFromText(wordsOf(before.text), before.code);
  // freeCode may have put a number behind it.
  const isMade = before.code === made || before.code.replace(/_\d+$/, "") === made;
  const isAutomatic = placeholder.test(before.code) || (isMade && !isPublished);
  return isAutomatic ? freeCode(codeFromText(wordsOf(text), before.code), taken) : before.code;
}

const wordsOf = (text: LocalisedText) => readText(text, "en")?.text ?? "";

import { type Language, readText } from "../../../shared/kernel/locale.ts";
import { otherCode } from "../../../shared/questionnaires/kinds/choices.ts";
import { shuffledOptions } from "../../../shared/questionnaires/option-order.ts";
import type { QuestionOf } from "../../../shared/questionnaires/questionnaire.ts";
import { runnerMessages } from "../../i18n/runner.ts";
import { langOf } from "./localised.tsx";

type ChoiceQuestion = QuestionOf<"single_choice" | "dropdown" | "multiple_choice">;

export interface ListedOption {
  value: string;
  label: string;
  lang: Language | undefined;
}

/** The options as they are offered: shuffled for this response where the question says so, "other" last. */
export function listedOptions(question: ChoiceQuestion, seed: string, language: Language): ListedOption[] {
  const { options, isRandomOrder, hasOther, code } = question;
  const ordered = isRandomOrder ? shuffledOptions(options, `${seed} ${code}`) : options;
  const listed = ordered.map((option) => ({
    value: option.code,
    label: readText(option.label, language)?.text ?? option.code,
    lang: langOf(option.label, language),
  }));
  const other = { value: otherCode, label: runnerMessages[language].other, lang: undefined };
  return hasOther ? [...listed, other] : listed;
}

export interface GivenChoice {
  choices: readonly string[];
  other: string;
}

/** What is chosen, whichever form the answer has; nothing when it is none of ours. */
export function givenChoice(value: unknown): GivenChoice {
  const given = typeof value === "object" && value !== null ? value : {};
  const other = "other" in given && typeof given.other === "string" ? given.other : "";
  if ("choice" in given && typeof given.choice === "string") return { choices: [given.choice].filter(Boolean), other };
  if (!("choices" in given) || !Array.isArray(given.choices)) return { choices: [], other };
  return { choices: given.choices.filter((choice) => typeof choice === "string"), other };
}

/** The choices after one was ticked or unticked. With at most one choice a new one takes the place of the old. */
export function toggled(choices: readonly string[], code: string, maxChoices: number | null): string[] {
  if (choices.includes(code)) return choices.filter((choice) => choice !== code);
  return maxChoices === 1 ? [code] : [...choices, code];
}

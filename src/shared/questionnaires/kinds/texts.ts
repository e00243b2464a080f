import type { KindIssue } from "../answer-issue.ts";
import type { QuestionOf } from "../questionnaire.ts";
import { equalityTests, type KindRules, reversedLimits, withoutTexts } from "./kind.ts";

type TextQuestion = QuestionOf<"short_text" | "long_text">;

/** A text as it is stored: composed, trimmed, and without what no database can hold. */
export function normalisedText(given: string): string {
  return given
    .replaceAll("\u0000", "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC")
    .trim();
}

/** Counts characters, not the halves that some of them take in memory. */
const lengthOf = (text: string) => [...text].length;

function validateAnswer(question: TextQuestion, answer: string): KindIssue[] {
  const length = lengthOf(answer);
  const { minLength, maxLength } = question;
  if (minLength !== null && length < minLength) return [{ code: "too_short", params: { minimum: minLength } }];
  if (maxLength !== null && length > maxLength) return [{ code: "too_long", params: { maximum: maxLength } }];
  return [];
}

export const textRules: KindRules<TextQuestion, string> = {
  resultForm: "texts",
  tests: equalityTests,
  defaults: () => ({ minLength: null, maxLength: null }),
  read: (_question, given) => (typeof given === "string" ? normalisedText(given) || null : undefined),
  validateAnswer,
  values: (answer) => [answer],
  samples(question, tested) {
    const texts = tested.filter((value) => typeof value === "string");
    const length = Math.max(1, question.minLength ?? 1);
    // One more than there are tested texts, so that one of them equals none.
    const others = Array.from({ length: texts.length + 1 }, (_, index) =>
      String.fromCodePoint(0x4e00 + index).repeat(length),
    );
    return [...texts.map(normalisedText).filter(Boolean), ...others];
  },
  problems: (question) => reversedLimits("minLength", question.minLength, question.maxLength),
  mapTexts: withoutTexts,
};

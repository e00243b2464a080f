import type { Language } from "../kernel/locale.ts";
import type { KindIssue } from "./answer-issue.ts";
import { rulesOf } from "./question-kinds.ts";
import type { Question, QuestionKind } from "./questionnaire.ts";
import { en } from "./sentences/en.ts";
import { pl } from "./sentences/pl.ts";

export const answerSentences = { en, pl };

const malformedTexts: Partial<Record<QuestionKind, "malformedNumber" | "malformedDate" | "malformedTime">> = {
  number: "malformedNumber",
  date: "malformedDate",
  time: "malformedTime",
};

/** What is wrong with the answer, as a kind request: the same on both sides of the wire. */
export function answerSentence(question: Question, issue: KindIssue, language: Language): string {
  const words = answerSentences[language];
  const { minimum = 0, maximum = 0, earliest = "", latest = "" } = issue.params;
  switch (issue.code) {
    case "required":
      return words[requiredText(question)];
    case "malformed":
      return words[malformedTexts[question.kind] ?? "malformed"];
    case "not_whole":
    case "unknown_option":
    case "other_missing":
      return words[issue.code];
    case "too_early":
      return words.too_early(String(earliest));
    case "too_late":
      return words.too_late(String(latest));
    case "too_short":
    case "too_low":
    case "too_few_choices":
      return words[issue.code](Number(minimum));
    case "too_long":
    case "too_high":
    case "too_many_choices":
      return words[issue.code](Number(maximum));
  }
}

function requiredText({ kind }: Question): "required" | "requiredChoice" | "requiredConsent" {
  if (kind === "consent") return "requiredConsent";
  return rulesOf<QuestionKind>(kind).resultForm === "texts" || kind === "number" ? "required" : "requiredChoice";
}

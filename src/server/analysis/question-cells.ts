import type { LocalisedText } from "../../shared/kernel/locale.ts";
import type { TestValue } from "../../shared/questionnaires/kinds/kind.ts";
import type { Question } from "../../shared/questionnaires/questionnaire.ts";

export interface QuestionCell {
  code: string;
  label: LocalisedText;
}

const points = (from: number, to: number): QuestionCell[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const text = String(from + index);
    return { code: text, label: { en: text, pl: text } };
  });

const otherLabel: LocalisedText = { en: "Other", pl: "Inne" };

/** The cells that answers to the question are counted in; null where they follow from the answers, or there are none. */
export function cellsOf(question: Question): QuestionCell[] | null {
  switch (question.kind) {
    case "single_choice":
    case "dropdown":
    case "multiple_choice":
      return [...question.options, ...(question.hasOther ? [{ code: "other", label: otherLabel }] : [])];
    case "yes_no":
      return [
        { code: "yes", label: { en: "Yes", pl: "Tak" } },
        { code: "no", label: { en: "No", pl: "Nie" } },
      ];
    case "consent":
      return [
        { code: "yes", label: { en: "Agreed", pl: "Zgoda" } },
        { code: "no", label: { en: "Did not agree", pl: "Brak zgody" } },
      ];
    case "rating":
      return points(1, 5);
    case "scale":
      return points(question.from, question.to);
    case "nps":
      return points(0, 10);
    default:
      return null;
  }
}

/** The code of the cell that a value is counted in. */
export function cellCode(value: TestValue): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

/** How many cells one answer may be counted in; null when exactly one. */
export function choicesOf(question: Question): { fewest: number; most: number } | null {
  if (question.kind !== "multiple_choice") return null;
  const most = question.maxChoices ?? question.options.length + (question.hasOther ? 1 : 0);
  return most <= 1 ? null : { fewest: Math.max(1, question.minChoices ?? 1), most };
}

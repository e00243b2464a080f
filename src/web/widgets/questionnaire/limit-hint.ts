import type { Language } from "../../../shared/kernel/locale.ts";
import type { Question } from "../../../shared/questionnaires/questionnaire.ts";
import { runnerMessages } from "../../i18n/runner.ts";

/** What a question allows, said before anyone goes wrong; undefined when anything goes. */
export function limitHint(question: Question, language: Language): string | undefined {
  const { hints } = runnerMessages[language];
  switch (question.kind) {
    case "short_text":
    case "long_text":
      return question.minLength ? hints.minLength(question.minLength) : undefined;
    case "number":
      return rangeHint(question.minimum, question.maximum, [hints.between, hints.atLeast, hints.atMost]);
    case "date":
      return rangeHint(question.earliest, question.latest, [hints.days, hints.firstDay, hints.lastDay]);
    case "multiple_choice": {
      const { minChoices, maxChoices } = question;
      const texts = [hints.choicesBetween, hints.choicesAtLeast, hints.choicesAtMost] as const;
      return rangeHint(minChoices || null, maxChoices, texts) ?? hints.choicesMany;
    }
    default:
      return undefined;
  }
}

function rangeHint<Limit>(
  low: Limit | null,
  high: Limit | null,
  [both, least, most]: readonly [(low: Limit, high: Limit) => string, (low: Limit) => string, (high: Limit) => string],
): string | undefined {
  if (low !== null && high !== null) return both(low, high);
  if (low !== null) return least(low);
  return high === null ? undefined : most(high);
}

import type { Language } from "../../../shared/kernel/locale.ts";
import type { Answers } from "../../../shared/questionnaires/questionnaire.ts";

/** One invented respondent. Every answer was written for this one person; none is put together from others'. */
export interface Voice {
  language: Language;
  daysAgo: number;
  answers: Answers;
}

export const polish = (daysAgo: number, answers: Answers): Voice => ({ language: "pl", daysAgo, answers });
export const english = (daysAgo: number, answers: Answers): Voice => ({ language: "en", daysAgo, answers });

export const chose = (choice: string, other?: string) => (other === undefined ? { choice } : { choice, other });
export const choseAll = (...choices: string[]) => ({ choices });

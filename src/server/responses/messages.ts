import type { FieldIssue } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { AnswerIssue, AnswerIssueCode } from "../../shared/questionnaires/validate-answer.ts";

type Sentences = Record<AnswerIssueCode, (params: AnswerIssue["params"]) => string>;

const en: Sentences = {
  required: () => "Please answer this question.",
  malformed: () => "This answer cannot be read.",
  too_short: ({ minimum }) => `Please write at least this many characters: ${minimum}.`,
  too_long: ({ maximum }) => `Please write no more characters than ${maximum}.`,
  too_low: ({ minimum }) => `Please give ${minimum} or more.`,
  too_high: ({ maximum }) => `Please give ${maximum} or less.`,
  not_whole: () => "Please give a whole number.",
  too_early: ({ earliest }) => `Please give ${earliest} or a later day.`,
  too_late: ({ latest }) => `Please give ${latest} or an earlier day.`,
  unknown_option: () => "This is not one of the options.",
  too_few_choices: ({ minimum }) => `Please choose at least ${minimum}.`,
  too_many_choices: ({ maximum }) => `Please choose at most ${maximum}.`,
  other_missing: () => "Please say what “other” is.",
};

const pl: Sentences = {
  required: () => "Odpowiedz na to pytanie.",
  malformed: () => "Nie da się odczytać tej odpowiedzi.",
  too_short: ({ minimum }) => `Napisz więcej: najmniejsza liczba znaków to ${minimum}.`,
  too_long: ({ maximum }) => `Napisz mniej: największa liczba znaków to ${maximum}.`,
  too_low: ({ minimum }) => `Podaj ${minimum} lub więcej.`,
  too_high: ({ maximum }) => `Podaj ${maximum} lub mniej.`,
  not_whole: () => "Podaj liczbę całkowitą.",
  too_early: ({ earliest }) => `Podaj ${earliest} lub późniejszy dzień.`,
  too_late: ({ latest }) => `Podaj ${latest} lub wcześniejszy dzień.`,
  unknown_option: () => "Takiej opcji nie ma.",
  too_few_choices: ({ minimum }) => `Wybierz co najmniej ${minimum}.`,
  too_many_choices: ({ maximum }) => `Wybierz co najwyżej ${maximum}.`,
  other_missing: () => "Napisz, co oznacza „inne”.",
};

/** The issues with their sentences, in the reader's language. */
export function spokenIssues(issues: readonly AnswerIssue[], reader: Language): FieldIssue[] {
  const sentences = reader === "pl" ? pl : en;
  return issues.map(({ field, code, params }) => ({
    field: `answers.${field}`,
    code,
    message: sentences[code](params),
  }));
}

import { plural } from "../../kernel/plural.ts";
import type { AnswerSentences } from "./en.ts";

const numbers = new Intl.NumberFormat("pl-PL", { maximumFractionDigits: 6 });
const days = new Intl.DateTimeFormat("pl-PL", { dateStyle: "long", timeZone: "UTC" });
export const figure = (n: number) => numbers.format(n);
const formatDay = (day: string) => days.format(new Date(`${day}T00:00:00Z`));
export const characters = (n: number) =>
  `${figure(n)} ${plural("pl", n, { one: "znak", few: "znaki", many: "znaków", other: "znaku" })}`;
const charactersOf = (n: number) => `${figure(n)} ${plural("pl", n, { one: "znaku", other: "znaków" })}`;
export const options = (n: number) =>
  `${figure(n)} ${plural("pl", n, { one: "odpowiedź", few: "odpowiedzi", many: "odpowiedzi", other: "odpowiedzi" })}`;

export const pl: AnswerSentences = {
  required: "Prosimy o odpowiedź na to pytanie",
  requiredChoice: "Prosimy wybrać odpowiedź",
  requiredConsent: "Bez tej zgody nie można przejść dalej",
  malformed: "Prosimy sprawdzić tę odpowiedź",
  malformedNumber: "Prosimy wpisać liczbę",
  malformedDate: "Prosimy podać pełną datę",
  malformedTime: "Prosimy podać godzinę, na przykład 14:30",
  too_short: (n) => `Prosimy napisać co najmniej ${characters(n)}`,
  too_long: (n) => `Prosimy zmieścić się w ${charactersOf(n)}`,
  too_low: (n) => `Prosimy wpisać co najmniej ${figure(n)}`,
  too_high: (n) => `Prosimy wpisać co najwyżej ${figure(n)}`,
  not_whole: "Prosimy wpisać liczbę całkowitą",
  too_early: (day) => `Prosimy wybrać dzień nie wcześniejszy niż ${formatDay(day)}`,
  too_late: (day) => `Prosimy wybrać dzień nie późniejszy niż ${formatDay(day)}`,
  unknown_option: "Prosimy wybrać jedną z odpowiedzi",
  too_few_choices: (n) => `Prosimy wybrać co najmniej ${options(n)}`,
  too_many_choices: (n) => `Prosimy wybrać co najwyżej ${options(n)}`,
  other_missing: "Prosimy dopisać, jaka to inna odpowiedź",
};

import { plural } from "../../kernel/plural.ts";

const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });
const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
export const figure = (n: number) => numbers.format(n);
const formatDay = (day: string) => days.format(new Date(`${day}T00:00:00Z`));
export const characters = (n: number) => `${figure(n)} ${plural("en", n, { one: "character", other: "characters" })}`;
export const options = (n: number) => `${figure(n)} ${plural("en", n, { one: "option", other: "options" })}`;

export const en = {
  required: "Please answer this question",
  requiredChoice: "Please choose an answer",
  requiredConsent: "We need your consent here to go on",
  malformed: "Please check this answer",
  malformedNumber: "Please enter a number",
  malformedDate: "Please enter a whole date",
  malformedTime: "Please enter a time such as 14:30",
  too_short: (n: number) => `Please write at least ${characters(n)}`,
  too_long: (n: number) => `Please keep to ${characters(n)} at most`,
  too_low: (n: number) => `Please enter ${figure(n)} or more`,
  too_high: (n: number) => `Please enter ${figure(n)} or less`,
  not_whole: "Please enter a whole number",
  too_early: (day: string) => `Please choose ${formatDay(day)} or later`,
  too_late: (day: string) => `Please choose ${formatDay(day)} or earlier`,
  unknown_option: "Please choose one of the options",
  too_few_choices: (n: number) => `Please choose at least ${options(n)}`,
  too_many_choices: (n: number) => `Please choose ${options(n)} at most`,
  other_missing: "Please say what “other” means",
};

/** The same sentences in any language. */
export type AnswerSentences = {
  [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : (typeof en)[Key];
};

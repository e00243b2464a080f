import { newId } from "../../../shared/kernel/id.ts";
import type { LocalisedText } from "../../../shared/kernel/locale.ts";
import type { Condition, Option, Question, Section } from "../../../shared/questionnaires/questionnaire.ts";
import type { Both } from "../demo-content.ts";

/** A question before it has an id; what is usual may be left out. */
type Draft<Kind extends Question["kind"]> = { kind: Kind; code: string; text: Both; help?: Both } & Partial<
  Omit<Extract<Question, { kind: Kind }>, "kind" | "code" | "text" | "help" | "id">
>;

const usual = { isRequired: false, showIf: null };
const choice = { hasOther: false, isRandomOrder: false };
const limits = { minLength: null, maxLength: null };

const usualOfKind = {
  short_text: { ...limits, maxLength: 200 },
  long_text: { ...limits, maxLength: 3000 },
  number: { minimum: null, maximum: null, isWhole: true },
  single_choice: choice,
  multiple_choice: { ...choice, minChoices: null, maxChoices: null },
  yes_no: {},
  rating: {},
  scale: {},
  nps: {},
  consent: {},
} as const;

/** A question with an id of its own and the usual limits of its kind. */
export function question<Kind extends keyof typeof usualOfKind>({ text, help, ...rest }: Draft<Kind>): Question {
  const whole = {
    ...usual,
    ...usualOfKind[rest.kind],
    ...rest,
    id: newId(),
    text: bound(text),
    help: help ? bound(help) : {},
  };
  return whole as unknown as Question;
}

export function section(title: Both, description: Both, questions: Question[]): Section {
  return { id: newId(), title: bound(title), description: bound(description), showIf: null, questions };
}

export const option = (code: string, en: string, pl: string): Option => ({ code, label: bound({ en, pl }) });

export const shownIf = (code: string, is: Condition["tests"][number]["is"], value?: string | number | boolean) =>
  ({ join: "all", tests: [{ question: code, is, ...(value === undefined ? {} : { value }) }] }) satisfies Condition;

/** Polish setting does not leave a word of one letter at the end of a line. */
export function bound({ en, pl }: Both): LocalisedText {
  return { en, pl: pl.replace(/(?<=^|[\s(„])([aiouwz]) /giu, "$1\u00a0") };
}

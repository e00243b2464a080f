import type { KindIssue } from "../answer-issue.ts";
import type { Answer, QuestionOf } from "../questionnaire.ts";
import {
  answeredTests,
  equalityTests,
  type KindProblem,
  type KindRules,
  reversedLimits,
  type VisitText,
} from "./kind.ts";
import { normalisedText } from "./texts.ts";

type OneOf = QuestionOf<"single_choice" | "dropdown">;
type ManyOf = QuestionOf<"multiple_choice">;
export type ChoiceAnswer = Extract<Answer, { choice: string }>;
export type ChoicesAnswer = Extract<Answer, { choices: string[] }>;

/** The code of "other – please specify". */
export const otherCode = "other";
const leastOptions = 2;

/** The codes one may choose, in the order of the options. */
function codesOf(question: OneOf | ManyOf): string[] {
  const codes = question.options.map((option) => option.code);
  return question.hasOther ? [...codes, otherCode] : codes;
}

/** The words beside "other" when it is chosen; undefined when there are none. */
function readOther(question: OneOf | ManyOf, chosen: readonly string[], given: object): string | undefined {
  if (!question.hasOther || !chosen.includes(otherCode)) return undefined;
  const words = "other" in given && typeof given.other === "string" ? normalisedText(given.other) : "";
  return words || undefined;
}

function readChoice(question: OneOf, given: unknown): ChoiceAnswer | null | undefined {
  if (typeof given !== "object" || given === null || !("choice" in given)) return undefined;
  if (typeof given.choice !== "string") return undefined;
  if (given.choice === "") return null;
  const other = readOther(question, [given.choice], given);
  return other === undefined ? { choice: given.choice } : { choice: given.choice, other };
}

/** Choices come back without repetitions and in the order of the options. */
function readChoices(question: ManyOf, given: unknown): ChoicesAnswer | null | undefined {
  if (typeof given !== "object" || given === null || !("choices" in given)) return undefined;
  if (!Array.isArray(given.choices) || given.choices.some((choice) => typeof choice !== "string")) return undefined;
  const chosen = new Set<string>(given.choices.filter(Boolean));
  if (chosen.size === 0) return null;
  const known = [...new Set(codesOf(question))].filter((code) => chosen.has(code));
  const unknown = [...chosen].filter((code) => !known.includes(code)).sort();
  const choices = [...known, ...unknown];
  const other = readOther(question, choices, given);
  return other === undefined ? { choices } : { choices, other };
}

function optionIssues(question: OneOf | ManyOf, chosen: readonly string[], other: string | undefined): KindIssue[] {
  const codes = codesOf(question);
  if (chosen.some((code) => !codes.includes(code))) return [{ code: "unknown_option", params: {} }];
  const isOtherChosen = question.hasOther && chosen.includes(otherCode);
  return isOtherChosen && other === undefined ? [{ code: "other_missing", params: {} }] : [];
}

function validateChoices(question: ManyOf, { choices, other }: ChoicesAnswer): KindIssue[] {
  const issues = optionIssues(question, choices, other);
  const { minChoices, maxChoices } = question;
  if (minChoices !== null && choices.length < minChoices) {
    issues.push({ code: "too_few_choices", params: { minimum: minChoices } });
  }
  if (maxChoices !== null && choices.length > maxChoices) {
    issues.push({ code: "too_many_choices", params: { maximum: maxChoices } });
  }
  return issues;
}

function optionProblems(question: OneOf | ManyOf): KindProblem[] {
  const codes = codesOf(question);
  const problems: KindProblem[] = [];
  if (codes.length < leastOptions) {
    problems.push({ field: "options", code: "too_few_options", params: { minimum: leastOptions } });
  }
  question.options.forEach(({ code }, index) => {
    const isRepeated = codes.indexOf(code) < index || (question.hasOther && code === otherCode);
    if (isRepeated)
      problems.push({ field: `options.${index}.code`, code: "duplicate_option", params: { option: code } });
  });
  return problems;
}

function choicesProblems(question: ManyOf): KindProblem[] {
  const problems = [
    ...optionProblems(question),
    ...reversedLimits("minChoices", question.minChoices, question.maxChoices),
  ];
  const count = codesOf(question).length;
  if (question.minChoices !== null && question.minChoices > count) {
    problems.push({ field: "minChoices", code: "more_choices_than_options", params: { options: count } });
  }
  return problems;
}

const withOptions = <Q extends OneOf | ManyOf>(question: Q, visit: VisitText): Q => ({
  ...question,
  options: question.options.map((option, index) => ({
    ...option,
    label: visit(option.label, { field: `options.${index}.label`, need: "always" }),
  })),
});

const newOptions = () => ({
  options: [
    { code: "option_1", label: {} },
    { code: "option_2", label: {} },
  ],
  hasOther: false,
  isRandomOrder: false,
});

export const choiceRules: KindRules<OneOf, ChoiceAnswer> = {
  resultForm: "choices",
  tests: equalityTests,
  defaults: newOptions,
  read: readChoice,
  validateAnswer: (question, answer) => optionIssues(question, [answer.choice], answer.other),
  values: (answer) => [answer.choice],
  samples: (question) =>
    codesOf(question).map((choice) => (choice === otherCode ? { choice, other: "…" } : { choice })),
  problems: optionProblems,
  mapTexts: withOptions,
};

export const choicesRules: KindRules<ManyOf, ChoicesAnswer> = {
  resultForm: "choices",
  tests: [...answeredTests, "includes"],
  defaults: () => ({ ...newOptions(), minChoices: null, maxChoices: null }),
  read: readChoices,
  validateAnswer: validateChoices,
  values: (answer) => answer.choices,
  samples(question, tested) {
    const codes = [...new Set(codesOf(question))];
    const wanted = codes.filter((code) => tested.includes(code));
    const rest = codes.filter((code) => !wanted.includes(code));
    const missing = Math.max(0, Math.max(1, question.minChoices ?? 1) - wanted.length);
    const answer = readChoices(question, { choices: [...wanted, ...rest.slice(0, missing)], other: "…" });
    return answer ? [answer] : [];
  },
  problems: choicesProblems,
  mapTexts: withOptions,
};

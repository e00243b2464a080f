import type { QuestionOf } from "../questionnaire.ts";
import { equalityTests, type KindRules, withoutTexts } from "./kind.ts";

const readDecision = (_question: unknown, given: unknown) => (typeof given === "boolean" ? given : undefined);

const shared = {
  resultForm: "choices",
  tests: equalityTests,
  read: readDecision,
  values: (answer: boolean) => [answer],
  samples: () => [true, false],
  problems: () => [],
} as const;

export const yesNoRules: KindRules<QuestionOf<"yes_no">, boolean> = {
  ...shared,
  defaults: () => ({}),
  validateAnswer: () => [],
  mapTexts: withoutTexts,
};

export const consentRules: KindRules<QuestionOf<"consent">, boolean> = {
  ...shared,
  defaults: () => ({ purpose: "processing" }),
  // A refusal is an answer, but not to a consent that one cannot go on without.
  validateAnswer: (question, answer) => (question.isRequired && !answer ? [{ code: "required", params: {} }] : []),
  mapTexts: withoutTexts,
};

import type { LocalisedText } from "../../kernel/locale.ts";
import type { KindIssue } from "../answer-issue.ts";
import type { ContentProblemCode } from "../content-problem.ts";
import type { Answer, AnswerTest, Question } from "../questionnaire.ts";

/** How the answers to a question are summed up. */
export type ResultForm = "choices" | "distribution" | "texts";

export type TestName = AnswerTest["is"];
export type TestValue = NonNullable<AnswerTest["value"]>;

/** What every question has, whatever its kind. */
type Common = "id" | "code" | "text" | "help" | "isRequired" | "showIf" | "kind";
/** What questions of a kind have beside that. */
export type SettingsOf<Q extends Question> = Q extends Question ? Omit<Q, Common> : never;

/**
 * When a text has to exist in a language: always; when the other language has it; or it is merely better so
 * (the reader gets the other language's text instead).
 */
export type TextNeed = "always" | "with_other" | "preferred";
export interface TextPlace {
  /** A dotted path, relative to the thing that holds the text. */
  field: string;
  need: TextNeed;
}
export type VisitText = (text: LocalisedText, place: TextPlace) => LocalisedText;

/** Something that is wrong with a question itself. */
export interface KindProblem {
  field: string;
  code: ContentProblemCode;
  params?: Record<string, string | number>;
}

/** Everything that is particular to one kind of question. `A` is the form of its answers. */
export interface KindRules<Q extends Question, A extends Answer> {
  readonly resultForm: ResultForm;
  /** The tests that conditions may put to an answer of this kind. */
  readonly tests: readonly TestName[];
  /** What a new question of the kind starts with. */
  defaults(): SettingsOf<Q>;
  /** The answer in its one canonical form; null when it is empty, undefined when it is not of the kind's form. */
  read(question: Q, given: unknown): A | null | undefined;
  /** What is wrong with an answer in canonical form. */
  validateAnswer(question: Q, answer: A): KindIssue[];
  /** What conditions compare: one value, or one for each choice. */
  values(answer: A): readonly TestValue[];
  /**
   * Answers such that, whenever some allowed answer passes tests against these values, one of the samples does.
   * Samples that break the question's limits are left out by the caller.
   */
  samples(question: Q, tested: readonly TestValue[]): A[];
  /** What is wrong with the question's own settings. */
  problems(question: Q): KindProblem[];
  /** The question with each text of its settings replaced by what `visit` answers. */
  mapTexts<Own extends Q>(question: Own, visit: VisitText): Own;
}

/** For kinds whose settings hold no texts. */
export const withoutTexts = <Q extends Question>(question: Q): Q => question;

export const answeredTests = ["answered", "not_answered"] as const satisfies TestName[];
export const equalityTests = [...answeredTests, "equals", "not_equals"] as const satisfies TestName[];
export const orderTests = [...equalityTests, "at_least", "at_most"] as const satisfies TestName[];

/** A problem when the lower of two limits lies above the upper. */
export function reversedLimits<Limit extends string | number>(
  field: string,
  lower: Limit | null,
  upper: Limit | null,
): KindProblem[] {
  return lower !== null && upper !== null && lower > upper ? [{ field, code: "limits_reversed" }] : [];
}

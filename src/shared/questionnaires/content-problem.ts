/** What the checker can find. Every code has a sentence in both languages. */
export type ContentProblemCode =
  | "no_questions"
  | "empty_section"
  | "duplicate_id"
  | "duplicate_code"
  | "limits_reversed"
  | "scale_points"
  | "too_few_options"
  | "duplicate_option"
  | "more_choices_than_options"
  | "unknown_reference"
  | "later_reference"
  | "self_reference"
  | "test_does_not_fit"
  | "test_without_value"
  | "test_never_holds"
  | "unreachable"
  | "text_missing"
  | "translation_missing";

/** One thing the checker found. Errors forbid publishing, warnings do not. */
export interface ContentProblem {
  /** A dotted path from the content, such as `sections.0.questions.2.showIf`. */
  field: string;
  code: ContentProblemCode;
  severity: "error" | "warning";
  params: Record<string, string | number>;
}

/** One thing the checker found. Errors forbid publishing, warnings do not. */
export interface ContentProblem {
  /** A dotted path from the content, such as `sections.0.questions.2.showIf`. */
  field: string;
  code: string;
  severity: "error" | "warning";
  params: Record<string, string | number>;
}

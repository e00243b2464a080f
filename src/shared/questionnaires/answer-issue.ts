/** What can be wrong with an answer. Every code has a text in both languages on both sides of the wire. */
export type AnswerIssueCode =
  | "required"
  | "malformed"
  | "too_short"
  | "too_long"
  | "too_low"
  | "too_high"
  | "not_whole"
  | "too_early"
  | "too_late"
  | "unknown_option"
  | "too_few_choices"
  | "too_many_choices"
  | "other_missing";

/** One thing that is wrong with the answer to the question whose code is `field`. */
export interface AnswerIssue {
  field: string;
  code: AnswerIssueCode;
  /** The limits that the text of the message names. */
  params: Record<string, string | number>;
}

/** An issue before anyone said which question it belongs to. */
export type KindIssue = Omit<AnswerIssue, "field">;

/** Issues that more typing can mend; a draft may have them. */
const unfinished: ReadonlySet<AnswerIssueCode> = new Set<AnswerIssueCode>([
  "required",
  "too_short",
  "too_long",
  "too_low",
  "too_high",
  "not_whole",
  "too_early",
  "too_late",
  "too_few_choices",
  "too_many_choices",
  "other_missing",
]);

export const isUnfinished = (issue: KindIssue): boolean => unfinished.has(issue.code);

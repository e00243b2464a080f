import type { ErrorCode, FieldIssue } from "../../shared/kernel/error.ts";

/** A problem as the server sends it; `offline` is ours, for when no answer came. */
export interface ApiProblem {
  code: ErrorCode | "offline";
  status: number;
  /** A sentence in the reader's language; empty when offline. */
  title: string;
  requestId: string;
  issues?: FieldIssue[];
  [detail: string]: unknown;
}

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem) {
    super(problem.title || problem.code);
    this.problem = problem;
  }

  get code(): ApiProblem["code"] {
    return this.problem.code;
  }
}

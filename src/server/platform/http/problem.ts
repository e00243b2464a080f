import { AppError, type ErrorCode, errorStatus, type FieldIssue } from "../../../shared/kernel/error.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import { problemText } from "./problem-texts.ts";

/** A problem as RFC 9457 writes it, with our stable `code`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  requestId: string;
  issues?: FieldIssue[];
  [detail: string]: unknown;
}

export const problemContentType = "application/problem+json; charset=utf-8";

export function toProblem(error: AppError, language: Language, requestId: string): Problem {
  const { code, details, status } = error;
  return { ...details, type: `/api/docs#${code}`, title: problemText(code, language), status, code, requestId };
}

/** Statuses that the framework itself answers with, and our codes for them. */
const frameworkCodes: Partial<Record<number, ErrorCode>> = {
  400: "malformed_request",
  404: "not_found",
  405: "method_not_allowed",
  413: "payload_too_large",
  414: "payload_too_large",
  415: "unsupported_media_type",
  431: "payload_too_large",
};

/** Any error as one that callers may see: what we did not foresee is `internal`, without its text. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  const code = frameworkCodes[status] ?? (status >= 400 && status < 500 ? "malformed_request" : "internal");
  return new AppError(code);
}

/** Whether the fault is ours, so that it is logged as an error. Maintenance is meant. */
export const isOurFault = (error: AppError): boolean => errorStatus[error.code] >= 500 && error.code !== "maintenance";

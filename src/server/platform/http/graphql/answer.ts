import type { GraphQLError } from "graphql";
import { AppError } from "../../../../shared/kernel/error.ts";
import type { Language } from "../../../../shared/kernel/locale.ts";
import { asAppError, isOurFault, toProblem } from "../problem.ts";
import type { Execution } from "./engine.ts";

export interface Teller {
  language: Language;
  requestId: string;
  /** Called once for each thing that went wrong on our side. */
  report(error: unknown): void;
}

export interface GraphqlAnswer {
  status: number;
  body: { errors?: object[]; data?: unknown };
  retryAfterSeconds: number | undefined;
}

/**
 * The answer as the wire carries it. A query that ran answers 200 with what was found beside what went wrong; one that did
 * not run, or found nothing for a fault of ours, has the status of its first error.
 */
export function toAnswer({ data, errors = [] }: Execution, teller: Teller): GraphqlAnswer {
  if (errors.length === 0) return { status: 200, body: { data }, retryAfterSeconds: undefined };
  const faults = errors.map(faultOf);
  const causes = new Set(errors.map((error, at) => (isOurs(faults[at]) ? (error.originalError ?? error) : undefined)));
  for (const cause of causes) if (cause !== undefined) teller.report(cause);
  const told = errors.map((error, at) => tell(error, faults[at], teller));
  const decisive = hasNothing(data) ? faults.find((fault) => !hasRun(data) || isOurs(fault)) : undefined;
  return {
    status: statusOf(decisive, data),
    body: !hasRun(data) ? { errors: told } : { errors: told, data },
    retryAfterSeconds: decisive?.details.retryAfterSeconds,
  };
}

/** A refusal of the whole request. */
export function refused(error: unknown, teller: Teller): GraphqlAnswer {
  const fault = asAppError(error);
  if (isOurFault(fault)) teller.report(error);
  const body = { errors: [errorObject(fault, teller)] };
  return { status: fault.status, body, retryAfterSeconds: fault.details.retryAfterSeconds };
}

function statusOf(decisive: AppError | undefined, data: unknown): number {
  if (decisive) return decisive.status;
  return hasRun(data) ? 200 : 400;
}

/** Every field of the query itself may be null, so there is always something when one of them was asked. */
const hasRun = (data: unknown): boolean => data !== undefined && data !== null;

/** What a resolver threw; `internal` for what we did not foresee; undefined where the query itself is at fault. */
function faultOf(error: GraphQLError): AppError | undefined {
  const cause: unknown = error.originalError;
  if (cause instanceof AppError) return cause;
  return error.path === undefined ? undefined : new AppError("internal");
}

const isOurs = (fault: AppError | undefined): boolean => fault !== undefined && isOurFault(fault);

function hasNothing(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return true;
  return Object.values(data).every((value) => value === null);
}

function tell(error: GraphQLError, fault: AppError | undefined, teller: Teller): object {
  const { locations, path } = error;
  const shown = fault
    ? errorObject(fault, teller)
    : errorObject(new AppError("malformed_request"), teller, error.message);
  return { ...shown, ...(locations?.length ? { locations } : {}), ...(path ? { path } : {}) };
}

/** The problem that REST would answer with, in GraphQL's form. */
function errorObject(fault: AppError, { language, requestId }: Teller, message?: string): object {
  const { title, type: _type, ...extensions } = toProblem(fault, language, requestId);
  return { message: message ?? title, extensions };
}

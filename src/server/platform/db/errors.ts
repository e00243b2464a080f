import { AppError } from "../../../shared/kernel/error.ts";

interface DriverError extends Error {
  code?: string;
  constraint?: string;
}

/** The name of the unique, exclusion, foreign key or check constraint a statement ran into, if that is what failed. */
export function violatedConstraint(error: unknown): string | undefined {
  return codeOf(error)?.startsWith("23") ? (error as DriverError).constraint : undefined;
}

const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT", // the socket of a server that is not there
]);
/** Shutting down, crashed, starting up, idle for too long; class 08 is the connection itself. */
const serverCodes = /^(08...|57P0[1-5])$/;
/** The server is there and does not let us in: no connection left, wrong password, no such database. */
const refusals = /^(53300|28...|3D000)$/;
/** The driver gives these no code. */
const driverMessages =
  /^(Connection terminated|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed)/;
const poolIsBusy = "timeout exceeded when trying to connect";
/** Statements that ran into their time limit, or were cancelled by an operator or a replica's recovery. */
const cancelled = "57014";
const retryAfterSeconds = 5;

/** Whether the connection failed, rather than the statement. */
export function isConnectionFailure(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return networkCodes.has(code) || serverCodes.test(code);
  return error instanceof Error && driverMessages.test(error.message);
}

/** Whether a server that only reads was asked to write: after a failover it may be the former primary. */
export function isReadOnlyFailure(error: unknown): boolean {
  return codeOf(error) === "25006";
}

/** Whether the server has no connection left, which a probe must not take for its absence. */
export function isOutOfConnections(error: unknown): boolean {
  return codeOf(error) === "53300";
}

/**
 * Whether a connection that was there has been ended: by somebody, or with the server. Only the next connection tells
 * which, for one that has not signed in yet is not told why.
 */
export function isCutOff(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return /^(57P01|ECONNRESET|EPIPE)$/.test(code);
  return error instanceof Error && error.message === "Connection terminated unexpectedly";
}

/** Whether the statement took longer than its limit. */
export function isCancelled(error: unknown): boolean {
  return codeOf(error) === cancelled;
}

/** Whether the server understood that something is wrong with the statement itself: syntax, types, names, rights. */
export function isRefusedStatement(error: unknown): boolean {
  return /^(?:0A|22|42)/.test(codeOf(error) ?? "");
}

/** Whether the server forgot a prepared statement or a migration changed what it returns; running it unnamed helps. */
export function isStaleStatement(error: unknown): boolean {
  const code = codeOf(error);
  return code === "26000" || (code === "0A000" && /cached plan/.test((error as Error).message));
}

/** Whether running the whole transaction again may succeed: serialization failure or deadlock. */
export function isRetryable(error: unknown): boolean {
  const code = codeOf(error);
  return code === "40001" || code === "40P01" || isStaleStatement(error);
}

/**
 * What callers of the database get to see: an unreachable, full or too slow server is `unavailable`, text that no
 * PostgreSQL can hold (NUL, broken UTF-8) is `invalid_input`, everything else stays as it is.
 */
export function asCallerError(error: unknown): unknown {
  const code = codeOf(error);
  if (isConnectionFailure(error) || isBusy(error) || code === cancelled || refusals.test(code ?? "")) {
    return unavailable(error);
  }
  if (code === "22021" || code === "22P05") return withCause(new AppError("invalid_input"), error);
  return error;
}

/** All connections of the pool are in use and none came back in time. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && error.message === poolIsBusy;
}

/** The error for callers whose work needs a server that is not there. */
export function unavailable(cause: unknown): AppError {
  return withCause(new AppError("unavailable", { retryAfterSeconds }), cause);
}

function withCause(problem: AppError, cause: unknown): AppError {
  problem.cause = cause;
  return problem;
}

/** The driver's or the server's code of a failure, if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as DriverError).code : undefined;
  return typeof code === "string" ? code : undefined;
}

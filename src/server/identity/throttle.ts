import { AppError } from "../../shared/kernel/error.ts";
import { keyedHash } from "../platform/crypto/token.ts";
import type { Db } from "../platform/db/database.ts";
import type { UseCaseDeps } from "./deps.ts";
import {
  countAttempts,
  deleteAttempts,
  deleteAttemptsAbout,
  insertAttempt,
  insertAttemptAbout,
  lockAttempts,
} from "./queries/attempts.ts";

export interface Limit {
  name: string;
  max: number;
  windowMinutes: number;
}

const limit = (name: string, max: number, windowMinutes: number): Limit => ({ name, max, windowMinutes });

/**
 * How often something may be tried. Limits per address leave room for a whole lecture hall behind one; those per account
 * are what stops a guesser, who can have any number of addresses. Signing in counts, per address, the accounts that have
 * failed and not succeeded since: a hall that mistypes has few of them at any time, whoever sprays guesses has only such.
 */
export const limits = {
  signInAccount: limit("sign-in-account", 10, 15),
  signInAddress: limit("sign-in-address", 100, 15),
  registerAccount: limit("register-account", 5, 60),
  registerAddress: limit("register-address", 300, 60),
  resetAccount: limit("reset-account", 5, 60),
  resetAddress: limit("reset-address", 300, 60),
  verificationMail: limit("verification-mail", 5, 60),
  changePassword: limit("change-password", 10, 15),
  setupCode: limit("setup-code", 20, 15),
} as const;

/** Longest window of all; older attempts mean nothing. */
export const longestWindowMinutes = Math.max(...Object.values(limits).map(({ windowMinutes }) => windowMinutes));

/** One limit applied to one account or address. */
export interface Subject {
  limit: Limit;
  /** The account's or the network address; kept as a keyed hash only. */
  who: string;
}

export type Attempt = { isAllowed: true; isLast: boolean } | { isAllowed: false; retryAfterSeconds: number };

export function subjectHash({ appSecret }: UseCaseDeps, { limit: { name }, who }: Subject): string {
  return keyedHash(appSecret, `${name}:${who}`);
}

/** Counts an attempt before its outcome is known, so that many at the same moment cannot slip past the limit. */
export function tryAttempt(deps: UseCaseDeps, subject: Subject): Promise<Attempt> {
  const hash = subjectHash(deps, subject);
  return deps.db.transaction(async (tx) => {
    await lockAttempts(tx, hash);
    const attempt = await attemptLeft(deps, tx, subject);
    if (attempt.isAllowed) await insertAttempt(tx, hash, deps.clock.now());
    return attempt;
  });
}

/** The same for callers who cannot go on. @throws {AppError} too_many_requests */
export async function reserveAttempt(deps: UseCaseDeps, subject: Subject): Promise<{ isLast: boolean }> {
  return requireAllowed(await tryAttempt(deps, subject));
}

/** Refuses when earlier failures have used up the limit; counts nothing. @throws {AppError} too_many_requests */
export async function requireAttemptLeft(deps: UseCaseDeps, subject: Subject): Promise<{ isLast: boolean }> {
  return requireAllowed(await attemptLeft(deps, deps.db, subject));
}

/**
 * Counts an account's failure for an address, and tells whether it did: further ones of the same account are left to the
 * account's own limit.
 */
export function countFailure(deps: UseCaseDeps, subject: Subject, account: Subject): Promise<boolean> {
  const at = deps.clock.now();
  const since = new Date(at.getTime() - subject.limit.windowMinutes * 60_000);
  return insertAttemptAbout(deps.db, subjectHash(deps, subject), { about: subjectHash(deps, account), at, since });
}

/** Takes back what an account's failures have counted for an address. */
export async function forgiveFailures(deps: UseCaseDeps, subject: Subject, account: Subject): Promise<void> {
  await deleteAttemptsAbout(deps.db, subjectHash(deps, subject), subjectHash(deps, account));
}

/** Starts the count anew. */
export async function clearAttempts(deps: UseCaseDeps, db: Db, subject: Subject): Promise<void> {
  await deleteAttempts(db, subjectHash(deps, subject));
}

async function attemptLeft(deps: UseCaseDeps, db: Db, subject: Subject): Promise<Attempt> {
  const now = deps.clock.now().getTime();
  const windowMs = subject.limit.windowMinutes * 60_000;
  const { count, oldest } = await countAttempts(db, subjectHash(deps, subject), new Date(now - windowMs));
  if (count < subject.limit.max) return { isAllowed: true, isLast: count + 1 === subject.limit.max };
  const freeAt = (oldest?.getTime() ?? now) + windowMs;
  return { isAllowed: false, retryAfterSeconds: Math.max(1, Math.ceil((freeAt - now) / 1000)) };
}

function requireAllowed(attempt: Attempt): { isLast: boolean } {
  if (attempt.isAllowed) return attempt;
  throw new AppError("too_many_requests", { retryAfterSeconds: attempt.retryAfterSeconds });
}

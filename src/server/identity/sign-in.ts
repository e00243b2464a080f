import { AppError } from "../../shared/kernel/error.ts";
import { record } from "../audit/index.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { normalisedEmail } from "./email-address.ts";
import { endPresentLoginSession, startLoginSession } from "./login-session.ts";
import { mailTokenLink } from "./mail-letter.ts";
import { asProfile } from "./present-person.ts";
import { credentialsByEmail } from "./queries/people.ts";
import type { CredentialsRow } from "./tables.ts";
import {
  clearAttempts,
  countFailure,
  forgiveFailures,
  limits,
  requireAttemptLeft,
  reserveAttempt,
  type Subject,
  subjectHash,
  tryAttempt,
} from "./throttle.ts";
import type { SignedIn } from "./verify-email.ts";

/**
 * Signs in. An unknown address and a wrong password are answered alike and cost the same; what is wrong with an account
 * is told only to someone who knows its password.
 * @throws {AppError} wrong_credentials | too_many_requests | account_suspended | email_not_verified
 */
export async function signIn(
  deps: UseCaseDeps,
  caller: Caller,
  input: { email: string; password: string },
): Promise<SignedIn> {
  const email = normalisedEmail(input.email);
  const account: Subject = { limit: limits.signInAccount, who: email };
  const address: Subject = { limit: limits.signInAddress, who: caller.address };
  const onAddress = await requireAttemptLeft(deps, address);
  const onAccount = await reserveAttempt(deps, account);
  const person = await credentialsByEmail(deps.db, email);
  const isRight = await deps.passwords.matches(person?.passwordHash, input.password);
  if (!person || !isRight) {
    const isCounted = await countFailure(deps, address, account);
    if (onAccount.isLast) await recordThrottled(deps, account);
    if (onAddress.isLast && isCounted) await recordThrottled(deps, address);
    throw new AppError("wrong_credentials");
  }
  await clearAttempts(deps, deps.db, account);
  await forgiveFailures(deps, address, account);
  if (person.suspendedAt) throw new AppError("account_suspended");
  if (!person.isEmailVerified) {
    await mailNewLink(deps, person);
    throw new AppError("email_not_verified");
  }
  const token = await deps.db.transaction(async (tx) => {
    await endPresentLoginSession(deps, tx, caller);
    return startLoginSession(deps, tx, person.id);
  });
  return { profile: asProfile(person), token };
}

/** Brings the password that was just entered along: whoever opens the link confirms this one. */
async function mailNewLink(deps: UseCaseDeps, person: CredentialsRow): Promise<void> {
  const { id, name, email, language, passwordHash } = person;
  const attempt = await tryAttempt(deps, { limit: limits.verificationMail, who: email });
  if (!attempt.isAllowed || passwordHash === null) return;
  const subject = { personId: id, registration: { name, language, passwordHash } };
  await mailTokenLink(deps, deps.db, { kind: "verifyEmail", to: person, subject });
}

function recordThrottled(deps: UseCaseDeps, subject: Subject): Promise<void> {
  return record(deps.db, {
    actorId: null,
    action: "sign_in.throttled",
    subjectType: subject.limit.name,
    subjectId: subjectHash(deps, subject).slice(0, 16),
    at: deps.clock.now(),
  });
}

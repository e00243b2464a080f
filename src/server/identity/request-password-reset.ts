import type { Caller, UseCaseDeps } from "./deps.ts";
import { normalisedEmail } from "./email-address.ts";
import { mailTokenLink } from "./mail-letter.ts";
import { personByEmail } from "./queries/people.ts";
import { limits, reserveAttempt } from "./throttle.ts";

export const mailPasswordResetJob = "identity.mailPasswordReset";

/**
 * Has a link mailed that sets a new password. Whether there is such an account is looked up later, by the job, so that
 * neither the answer nor its time tells. @throws {AppError} too_many_requests
 */
export async function requestPasswordReset(
  deps: UseCaseDeps,
  caller: Caller,
  input: { email: string },
): Promise<{ accepted: true }> {
  const email = normalisedEmail(input.email);
  await reserveAttempt(deps, { limit: limits.resetAddress, who: caller.address });
  await reserveAttempt(deps, { limit: limits.resetAccount, who: email });
  await deps.jobs.add(deps.db, { name: mailPasswordResetJob, payload: { email } });
  return { accepted: true };
}

/** The job: mails the link if there is such an account. */
export async function mailPasswordReset(deps: UseCaseDeps, { email }: { email: string }): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const person = await personByEmail(tx, email);
    if (!person) return;
    await mailTokenLink(deps, tx, { kind: "resetPassword", to: person, subject: { personId: person.id } });
  });
}

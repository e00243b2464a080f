import { AppError } from "../../shared/kernel/error.ts";
import { record } from "../audit/index.ts";
import { hashOfToken } from "../platform/crypto/token.ts";
import { forgetPerson } from "./cache.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { endLoginSessionsOf } from "./login-session.ts";
import { mailLetter } from "./mail-letter.ts";
import { requireGoodPassword } from "./password-rules.ts";
import { storePassword } from "./queries/passwords.ts";
import { markVerified, personById } from "./queries/people.ts";
import { deleteVerificationsOf, findVerification, takeVerification } from "./queries/verifications.ts";
import { clearAttempts, limits } from "./throttle.ts";

/** Sets a new password and ends every login session. @throws {AppError} link_invalid | password_too_weak */
export async function resetPassword(
  deps: UseCaseDeps,
  caller: Caller,
  input: { token: string; password: string },
): Promise<void> {
  const key = { purpose: "reset", tokenHash: hashOfToken(input.token) } as const;
  const found = await findVerification(deps.db, key, deps.clock.now());
  const owner = found && (await personById(deps.db, found.personId));
  if (!owner) throw new AppError("link_invalid");
  // A weak password leaves the link good for another try.
  requireGoodPassword(input.password, owner, { field: "password", language: caller.language });
  const passwordHash = await deps.passwords.hash(input.password);
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now();
    if (!(await takeVerification(tx, key, at))) throw new AppError("link_invalid");
    await storePassword(tx, owner.id, { passwordHash, at });
    // Whoever has the mailed link has the address.
    await markVerified(tx, owner.id, at);
    await deleteVerificationsOf(tx, owner.id);
    await endLoginSessionsOf(deps, tx, { personId: owner.id });
    forgetPerson(tx, deps.cache, owner.id);
    await clearAttempts(deps, tx, { limit: limits.signInAccount, who: owner.email });
    await mailLetter(deps, tx, { kind: "passwordChanged", to: owner, path: "forgotten-password" });
    const subject = { subjectType: "person", subjectId: owner.id };
    await record(tx, { actorId: owner.id, action: "person.password_reset", ...subject, at });
  });
}

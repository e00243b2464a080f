import { AppError } from "../../shared/kernel/error.ts";
import { record } from "../audit/index.ts";
import { requirePerson } from "../platform/authz/actor.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { endLoginSessionsOf } from "./login-session.ts";
import { mailLetter } from "./mail-letter.ts";
import { requireGoodPassword } from "./password-rules.ts";
import { storePassword } from "./queries/passwords.ts";
import { credentialsById } from "./queries/people.ts";
import { deleteVerificationsOf } from "./queries/verifications.ts";
import { clearAttempts, limits, reserveAttempt } from "./throttle.ts";

/** Changes one's password and ends every other login session. @throws {AppError} wrong_credentials | password_too_weak | too_many_requests */
export async function changePassword(
  deps: UseCaseDeps,
  caller: Caller,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  const { personId, loginSessionId } = requirePerson(caller.actor);
  const subject = { limit: limits.changePassword, who: personId };
  await reserveAttempt(deps, subject);
  const person = await credentialsById(deps.db, personId);
  const isRight = await deps.passwords.matches(person?.passwordHash, input.currentPassword);
  if (!person || !isRight) throw new AppError("wrong_credentials");
  requireGoodPassword(input.newPassword, person, { field: "newPassword", language: caller.language });
  const passwordHash = await deps.passwords.hash(input.newPassword);
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now();
    await storePassword(tx, personId, { passwordHash, at });
    await deleteVerificationsOf(tx, personId);
    await endLoginSessionsOf(deps, tx, { personId, exceptId: loginSessionId });
    await clearAttempts(deps, tx, subject);
    await mailLetter(deps, tx, { kind: "passwordChanged", to: person, path: "forgotten-password" });
    const about = { subjectType: "person", subjectId: personId };
    await record(tx, { actorId: personId, action: "person.password_changed", ...about, at });
  });
}

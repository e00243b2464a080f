import type { Profile } from "../../shared/identity/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { hashOfToken } from "../platform/crypto/token.ts";
import { forgetPerson } from "./cache.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { endPresentLoginSession, startLoginSession } from "./login-session.ts";
import { asProfile } from "./present-person.ts";
import { storePassword } from "./queries/passwords.ts";
import { lockPerson, markVerified, updatePerson } from "./queries/people.ts";
import { deleteVerificationsOf, takeVerification } from "./queries/verifications.ts";

export interface SignedIn {
  profile: Profile;
  /** For the cookie; nothing else may see it. */
  token: string;
}

/** Confirms the address that the token was mailed to, and signs the person in. @throws {AppError} link_invalid | account_suspended */
export function verifyEmail(deps: UseCaseDeps, caller: Caller, { token }: { token: string }): Promise<SignedIn> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now();
    const subject = await takeVerification(tx, { purpose: "verify", tokenHash: hashOfToken(token) }, at);
    const person = subject && (await lockPerson(tx, subject.personId));
    if (!person || person.isEmailVerified) throw new AppError("link_invalid");
    if (person.suspendedAt) throw new AppError("account_suspended");
    const registration = subject.registration;
    if (registration) {
      await updatePerson(tx, person.id, { name: registration.name, language: registration.language, at });
      await storePassword(tx, person.id, { passwordHash: registration.passwordHash, at });
    }
    const verified = await markVerified(tx, person.id, at);
    await deleteVerificationsOf(tx, person.id);
    forgetPerson(tx, deps.cache, person.id);
    await endPresentLoginSession(deps, tx, caller);
    return { profile: asProfile(verified), token: await startLoginSession(deps, tx, person.id) };
  });
}

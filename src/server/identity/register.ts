import { newId } from "../../shared/kernel/id.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { normalisedEmail } from "./email-address.ts";
import { mailLetter, mailTokenLink } from "./mail-letter.ts";
import { requireGoodPassword } from "./password-rules.ts";
import { storePassword } from "./queries/passwords.ts";
import { insertPerson, personByEmail } from "./queries/people.ts";
import { limits, reserveAttempt } from "./throttle.ts";

export interface Registration {
  name: string;
  email: string;
  password: string;
  language: Language;
}

/**
 * Registers a participant and mails a link that verifies the address. Does the same for a known address, except that the
 * mail says there is an account already. @throws {AppError} password_too_weak | too_many_requests
 */
export async function register(deps: UseCaseDeps, caller: Caller, input: Registration): Promise<{ accepted: true }> {
  const { name, language } = input;
  const email = normalisedEmail(input.email);
  requireGoodPassword(input.password, { name, email }, { field: "password", language: caller.language });
  await reserveAttempt(deps, { limit: limits.registerAddress, who: caller.address });
  await reserveAttempt(deps, { limit: limits.registerAccount, who: email });
  const passwordHash = await deps.passwords.hash(input.password);
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now();
    const id = newId(at.getTime());
    const candidate = { id, name, email, language, isEmailVerified: false, suspendedAt: null, createdAt: at };
    await insertPerson(tx, { ...candidate, role: "participant" });
    const person = await personByEmail(tx, email);
    if (!person) throw new Error("the person is gone before registration ended");
    if (person.isEmailVerified) {
      await mailLetter(deps, tx, { kind: "alreadyRegistered", to: person, path: "sign-in" });
      return;
    }
    // Until an address is verified its last registration counts. The link brings along what its own registration asked
    // for, so that nobody's link opens an account with a password that somebody else has chosen.
    await storePassword(tx, person.id, { passwordHash, at });
    const subject = { personId: person.id, registration: { name, language, passwordHash } };
    await mailTokenLink(deps, tx, { kind: "verifyEmail", to: { name, email, language }, subject });
  });
  return { accepted: true };
}

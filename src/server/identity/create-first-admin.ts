import { AppError } from "../../shared/kernel/error.ts";
import { newId } from "../../shared/kernel/id.ts";
import { record } from "../audit/index.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { normalisedEmail } from "./email-address.ts";
import { endPresentLoginSession, startLoginSession } from "./login-session.ts";
import { requireGoodPassword } from "./password-rules.ts";
import { asProfile } from "./present-person.ts";
import { storePassword } from "./queries/passwords.ts";
import { hasAdmin, insertPerson } from "./queries/people.ts";
import { deleteSetupCodes, lockSetupCodes } from "./queries/setup-codes.ts";
import type { Registration } from "./register.ts";
import { setupCodeHash } from "./setup-code.ts";
import type { PersonRow } from "./tables.ts";
import { limits, reserveAttempt } from "./throttle.ts";
import type { SignedIn } from "./verify-email.ts";

/**
 * Makes the first admin and signs them in. @throws {AppError} setup_done once there is an admin | wrong_credentials for
 * a wrong code | password_too_weak | conflict when the address is taken | too_many_requests
 */
export async function createFirstAdmin(
  deps: UseCaseDeps,
  caller: Caller,
  input: Registration & { setupCode: string },
): Promise<SignedIn> {
  if (await hasAdmin(deps.db)) throw new AppError("setup_done");
  await reserveAttempt(deps, { limit: limits.setupCode, who: caller.address });
  const email = normalisedEmail(input.email);
  requireGoodPassword(input.password, { name: input.name, email }, { field: "password", language: caller.language });
  const passwordHash = await deps.passwords.hash(input.password);
  return deps.db.transaction(async (tx) => {
    const codes = await lockSetupCodes(tx);
    if (await hasAdmin(tx)) throw new AppError("setup_done");
    if (!codes.includes(setupCodeHash(deps, input.setupCode))) throw new AppError("wrong_credentials");
    const at = deps.clock.now();
    const id = newId(at.getTime());
    const { name, language } = input;
    const admin: PersonRow = {
      id,
      name,
      email,
      language,
      role: "admin",
      isEmailVerified: true,
      suspendedAt: null,
      createdAt: at,
    };
    if (!(await insertPerson(tx, admin))) throw new AppError("conflict", { reason: "email_taken" });
    await storePassword(tx, id, { passwordHash, at });
    await deleteSetupCodes(tx);
    await record(tx, { actorId: id, action: "person.first_admin_made", subjectType: "person", subjectId: id, at });
    await endPresentLoginSession(deps, tx, caller);
    return { profile: asProfile(admin), token: await startLoginSession(deps, tx, id) };
  });
}

import type { PersonSummary } from "../../shared/identity/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { record } from "../audit/index.ts";
import { requireAnotherAdmin } from "./admins.ts";
import { forgetPerson } from "./cache.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { endLoginSessionsOf } from "./login-session.ts";
import { maySuspend } from "./policy.ts";
import { asSummary } from "./present-person.ts";
import { lockPerson, updateSuspension } from "./queries/people.ts";

/** Suspends a person, which ends their login sessions, or lifts the suspension. @throws {AppError} not_found | forbidden */
export function setSuspension(
  deps: UseCaseDeps,
  { actor }: Pick<Caller, "actor">,
  { personId, isSuspended }: { personId: string; isSuspended: boolean },
): Promise<PersonSummary> {
  return deps.db.transaction(async (tx) => {
    const person = await lockPerson(tx, personId);
    if (!person) throw new AppError("not_found");
    const { personId: actorId } = maySuspend(actor, person);
    if (isSuspended && person.role === "admin") await requireAnotherAdmin(tx, personId);
    if ((person.suspendedAt !== null) === isSuspended) return asSummary(person);
    const at = deps.clock.now();
    const changed = await updateSuspension(tx, personId, { suspendedAt: isSuspended ? at : null, at });
    if (isSuspended) await endLoginSessionsOf(deps, tx, { personId });
    forgetPerson(tx, deps.cache, personId);
    const action = isSuspended ? "person.suspended" : "person.suspension_lifted";
    await record(tx, { actorId, action, subjectType: "person", subjectId: personId, at });
    return asSummary(changed);
  });
}

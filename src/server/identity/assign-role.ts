import type { PersonSummary } from "../../shared/identity/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import { record } from "../audit/index.ts";
import { requireAnotherAdmin } from "./admins.ts";
import { forgetPerson } from "./cache.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { mayAssignRole } from "./policy.ts";
import { asSummary } from "./present-person.ts";
import { lockPerson, updateRole } from "./queries/people.ts";

/** Gives a person another role; it counts from their next request. @throws {AppError} not_found | forbidden */
export function assignRole(
  deps: UseCaseDeps,
  { actor }: Pick<Caller, "actor">,
  { personId, role }: { personId: string; role: Role },
): Promise<PersonSummary> {
  const { personId: actorId } = mayAssignRole(actor, personId);
  return deps.db.transaction(async (tx) => {
    await requireAnotherAdmin(tx, personId);
    const person = await lockPerson(tx, personId);
    if (!person) throw new AppError("not_found");
    if (person.role === role) return asSummary(person);
    const at = deps.clock.now();
    const changed = await updateRole(tx, personId, { role, at });
    forgetPerson(tx, deps.cache, personId);
    const subject = { subjectType: "person", subjectId: personId };
    const details = { from: person.role, to: role };
    await record(tx, { actorId, action: "person.role_changed", ...subject, details, at });
    return asSummary(changed);
  });
}

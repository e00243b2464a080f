import type { Profile } from "../../shared/identity/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { requirePerson } from "../platform/authz/actor.ts";
import { forgetPerson } from "./cache.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { asProfile } from "./present-person.ts";
import { personById, updatePerson } from "./queries/people.ts";

/** The signed-in person as they see themselves. */
export async function getProfile(deps: UseCaseDeps, { actor }: Pick<Caller, "actor">): Promise<Profile> {
  const person = await personById(deps.db.reads, requirePerson(actor).personId);
  if (!person) throw new AppError("not_signed_in");
  return asProfile(person);
}

/** Changes one's own name or language; what is not given stays. */
export function updateProfile(
  deps: UseCaseDeps,
  { actor }: Pick<Caller, "actor">,
  change: { name?: string | undefined; language?: Language | undefined },
): Promise<Profile> {
  const { personId } = requirePerson(actor);
  return deps.db.transaction(async (tx) => {
    const person = await updatePerson(tx, personId, { ...change, at: deps.clock.now() });
    if (!person) throw new AppError("not_signed_in");
    forgetPerson(tx, deps.cache, personId);
    return asProfile(person);
  });
}

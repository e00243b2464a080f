import { AppError } from "../../shared/kernel/error.ts";
import { type Actor, type Person, requirePerson } from "../platform/authz/actor.ts";
import type { Db } from "../platform/db/database.ts";
import { isPublic, mayEdit, mayReadDraft } from "./policy.ts";
import { findAccess } from "./queries/drafts.ts";
import type { AccessRow } from "./tables.ts";

/**
 * The workshop, for somebody who may read its draft.
 * @throws {AppError} not_found, also when they may not even know of it | forbidden
 */
export async function readableWorkshop(
  db: Db,
  actor: Actor,
  workshopId: string,
): Promise<{ person: Person; workshop: AccessRow }> {
  const person = requirePerson(actor);
  const workshop = await findAccess(db, workshopId, person.personId);
  if (!workshop) throw new AppError("not_found", { workshopId });
  if (!mayReadDraft(person, workshop))
    throw new AppError(isPublic(workshop) ? "forbidden" : "not_found", { workshopId });
  return { person, workshop };
}

/**
 * The workshop, for somebody who may change, publish and cancel it.
 * @throws {AppError} not_found | forbidden
 */
export async function editableWorkshop(db: Db, actor: Actor, workshopId: string) {
  const found = await readableWorkshop(db, actor, workshopId);
  if (!mayEdit(found.person, found.workshop)) throw new AppError("forbidden", { workshopId });
  return found;
}

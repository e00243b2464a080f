import { AppError } from "../../shared/kernel/error.ts";
import { isPermitted, type Permission } from "../../shared/kernel/permission.ts";
import type { WorkshopAccess } from "../catalogue/index.ts";
import { type Actor, type Person, requirePerson } from "../platform/authz/actor.ts";
import type { Db } from "../platform/db/database.ts";
import type { EnrolmentDeps } from "./deps.ts";

/** Lists of names are for those who run the workshop. */
const mayRead = (person: Person, workshop: WorkshopAccess) =>
  isPermitted(person.role, "enrolments.read", workshop.isOwn);

/**
 * The person, if they may do this to the workshop's enrolments.
 * @throws {AppError} not_signed_in | forbidden | not_found, when they may not even know of it
 */
export async function requireRunning(
  { db, catalogue }: { db: Db; catalogue: EnrolmentDeps["catalogue"] },
  actor: Actor,
  { workshopId, permission }: { workshopId: string; permission: Permission },
): Promise<Person> {
  const person = requirePerson(actor);
  const workshop = await catalogue.workshopAccess(db, person.personId, workshopId);
  if (!workshop) throw new AppError("not_found", { workshopId });
  if (isPermitted(person.role, permission, workshop.isOwn)) return person;
  throw new AppError(workshop.isPublic || mayRead(person, workshop) ? "forbidden" : "not_found", { workshopId });
}

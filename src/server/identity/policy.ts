import { AppError } from "../../shared/kernel/error.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import { type Actor, authorise, type Person } from "../platform/authz/actor.ts";

/** Nobody changes their own role, so an admin cannot give it up by mistake. @throws {AppError} not_signed_in | forbidden */
export function mayAssignRole(actor: Actor, personId: string): Person {
  return notOneself(authorise(actor, "people.assignRole", false), personId);
}

/** Only an admin suspends staff; nobody suspends themselves. @throws {AppError} not_signed_in | forbidden */
export function maySuspend(actor: Actor, target: { id: string; role: Role }): Person {
  const person = notOneself(authorise(actor, "people.suspend", false), target.id);
  if (target.role !== "participant" && person.role !== "admin") throw new AppError("forbidden");
  return person;
}

function notOneself(person: Person, personId: string): Person {
  if (person.personId === personId) throw new AppError("forbidden", { reason: "oneself" });
  return person;
}

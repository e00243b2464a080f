import { AppError } from "../../../shared/kernel/error.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import { isPermitted, type Permission, type Reach, type Role, reachOf } from "../../../shared/kernel/permission.ts";

/** Somebody who is signed in. */
export interface Person {
  kind: "person";
  personId: string;
  role: Role;
  name: string;
  email: string;
  isEmailVerified: boolean;
  language: Language;
  loginSessionId: string;
}

export interface Anonymous {
  kind: "anonymous";
}

/** Whoever makes a request. */
export type Actor = Person | Anonymous;

export const anonymous: Anonymous = { kind: "anonymous" };

/** @throws {AppError} not_signed_in */
export function requirePerson(actor: Actor): Person {
  if (actor.kind === "anonymous") throw new AppError("not_signed_in");
  return actor;
}

/** How far the actor's permission reaches; nowhere for someone who is not signed in. */
export function reachFor(actor: Actor, permission: Permission): Reach {
  return actor.kind === "person" ? reachOf(actor.role, permission) : "none";
}

/** @throws {AppError} not_signed_in | forbidden */
export function authorise(actor: Actor, permission: Permission, isOwn: boolean): Person {
  const person = requirePerson(actor);
  if (!isPermitted(person.role, permission, isOwn)) throw new AppError("forbidden");
  return person;
}

import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import type { Db } from "../platform/db/database.ts";
import { peopleWithIds, personById } from "./queries/people.ts";
import type { PersonRow } from "./tables.ts";

/** What other features may know of a person: whom to address, how, and in which role. */
export interface PersonContact {
  id: string;
  name: string;
  email: string;
  language: Language;
  role: Role;
}

export function asContact({ id, name, email, language, role }: PersonRow): PersonContact {
  return { id, name, email, language, role };
}

export async function contactsOf(db: Db, ids: readonly string[]): Promise<PersonContact[]> {
  return ids.length === 0 ? [] : (await peopleWithIds(db, ids)).map(asContact);
}

/** @throws {AppError} not_found */
export async function requireContact(db: Db, id: string): Promise<PersonContact> {
  const person = await personById(db, id);
  if (!person) throw new AppError("not_found");
  return asContact(person);
}

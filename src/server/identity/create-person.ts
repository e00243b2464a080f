import { AppError } from "../../shared/kernel/error.ts";
import { newId } from "../../shared/kernel/id.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import type { UseCaseDeps } from "./deps.ts";
import { normalisedEmail } from "./email-address.ts";
import { storePassword } from "./queries/passwords.ts";
import { insertPerson } from "./queries/people.ts";
import type { PersonRow } from "./tables.ts";

export interface NewPerson {
  name: string;
  email: string;
  /** Left out: the person has to set one through "forgotten password". */
  password?: string | undefined;
  role: Role;
  language: Language;
  isVerified: boolean;
}

/**
 * Makes a person with any role, for those who own the machine: command line, demo content, tests. Asks no permission
 * and holds the password to no rule. @throws {AppError} conflict when the address is taken
 */
export async function createPerson(deps: UseCaseDeps, input: NewPerson): Promise<PersonRow> {
  const at = deps.clock.now();
  const person: PersonRow = {
    id: newId(at.getTime()),
    name: input.name,
    email: normalisedEmail(input.email),
    isEmailVerified: input.isVerified,
    role: input.role,
    language: input.language,
    suspendedAt: null,
    createdAt: at,
  };
  const passwordHash = input.password === undefined ? undefined : await deps.passwords.hash(input.password);
  return deps.db.transaction(async (tx) => {
    if (!(await insertPerson(tx, person))) throw new AppError("conflict", { reason: "email_taken" });
    if (passwordHash !== undefined) await storePassword(tx, person.id, { passwordHash, at });
    return person;
  });
}

import type { PersonSummary, Profile } from "../../shared/identity/contract.ts";
import type { PersonRow } from "./tables.ts";

/** The person as they see themselves. */
export function asProfile(person: PersonRow): Profile {
  const { id, name, email, isEmailVerified, role, language, createdAt } = person;
  return { id, name, email, isEmailVerified, role, language, createdAt: createdAt.toISOString() };
}

/** The person as those who administer people see them. */
export function asSummary(person: PersonRow): PersonSummary {
  const { id, name, email, role, isEmailVerified, suspendedAt, createdAt } = person;
  return {
    id,
    name,
    email,
    role,
    isEmailVerified,
    suspendedAt: suspendedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

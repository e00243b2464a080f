import { newId } from "../../shared/kernel/id.ts";
import type { Tx } from "../platform/db/database.ts";
import { participants } from "./participants.ts";
import { insertPasswords, insertPeople } from "./queries.ts";
import { daysBefore } from "./schedule.ts";
import { accounts, type DemoAccount } from "./staff.ts";
import type { PersonRow } from "./tables.ts";

export interface DemoPeople {
  /** Those who can sign in, by role. */
  accounts: ReadonlyMap<DemoAccount["role"], PersonRow>;
  participants: PersonRow[];
}

/** Adds everybody, all with a confirmed address. */
export async function seedPeople(tx: Tx, now: Date): Promise<DemoPeople> {
  const staff = accounts.map(({ name, email, role, language }) =>
    person({ name, email, role, language, createdAt: daysBefore(now, 63) }),
  );
  const everybody = participants();
  const others = everybody.map((one, index) =>
    // All of them before enrolment opened anywhere.
    person({ ...one, role: "participant", createdAt: daysBefore(now, 62 - (6 * index) / everybody.length) }),
  );
  await insertPeople(tx, [...staff, ...others]);
  return { accounts: new Map(staff.map((one) => [one.role, one])), participants: others };
}

/** Lets those sign in whose address has a hash. */
export async function seedPasswords(tx: Tx, people: DemoPeople, hashOf: ReadonlyMap<string, string>): Promise<void> {
  const passwords = [...people.accounts.values()].flatMap(({ id, email, createdAt }) => {
    const passwordHash = hashOf.get(email);
    return passwordHash ? [{ id: newId(createdAt.getTime()), personId: id, passwordHash, createdAt }] : [];
  });
  await insertPasswords(tx, passwords);
}

const person = (known: Omit<PersonRow, "id">): PersonRow => ({ id: newId(known.createdAt.getTime()), ...known });

export function accountOf(people: DemoPeople, role: DemoAccount["role"]): PersonRow {
  const account = people.accounts.get(role);
  if (!account) throw new Error(`the demo has no ${role}`);
  return account;
}

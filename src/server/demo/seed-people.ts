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

/** Adds everybody. Only the accounts get a password, of which the hash is stored. */
export async function seedPeople(
  tx: Tx,
  { now, hashOf }: { now: Date; hashOf: ReadonlyMap<string, string> },
): Promise<DemoPeople> {
  const staff = accounts.map(({ name, email, role, language }) =>
    person({ name, email, role, language, createdAt: daysBefore(now, 63) }),
  );
  const everybody = participants();
  const others = everybody.map((one, index) =>
    // All of them before enrolment opened anywhere.
    person({ ...one, role: "participant", createdAt: daysBefore(now, 62 - (6 * index) / everybody.length) }),
  );
  await insertPeople(tx, [...staff, ...others]);
  await insertPasswords(
    tx,
    staff.map(({ id, email, createdAt }) => ({
      id: newId(createdAt.getTime()),
      personId: id,
      passwordHash: hashOf.get(email) ?? "",
      createdAt,
    })),
  );
  return { accounts: new Map(staff.map((one) => [one.role, one])), participants: others };
}

const person = (known: Omit<PersonRow, "id">): PersonRow => ({ id: newId(known.createdAt.getTime()), ...known });

export function accountOf(people: DemoPeople, role: DemoAccount["role"]): PersonRow {
  const account = people.accounts.get(role);
  if (!account) throw new Error(`the demo has no ${role}`);
  return account;
}

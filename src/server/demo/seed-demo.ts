import type { Role } from "../../shared/kernel/permission.ts";
import { record } from "../audit/index.ts";
import { createPasswordHasher } from "../platform/crypto/password-hash.ts";
import type { Database, Tx } from "../platform/db/database.ts";
import type { Clock } from "../platform/time/clock.ts";
import { isEmpty, lockSeeding, refreshStatistics } from "./queries.ts";
import { readablePassword } from "./readable-password.ts";
import { seedEnrolments } from "./seed-enrolments.ts";
import { accountOf, seedPeople } from "./seed-people.ts";
import { seedQuestionnaires } from "./seed-questionnaires.ts";
import { seedResponses } from "./seed-responses.ts";
import { seedWorkshops } from "./seed-workshops.ts";
import { accounts } from "./staff.ts";

export interface DemoSignIn {
  role: Role;
  email: string;
  password: string;
}

export interface SeedDeps {
  db: Database;
  clock: Clock;
}

/**
 * Fills an empty database with the demo: all of it or nothing. Answers how to sign in; the passwords exist only there.
 * Where there are people already, it changes nothing and answers an empty list.
 */
export async function seedDemoIfEmpty({ db, clock }: SeedDeps): Promise<DemoSignIn[]> {
  if (!(await isEmpty(db))) return [];
  const signIns = accounts.map(({ role, email }) => ({ role, email, password: readablePassword() }));
  const hasher = createPasswordHasher();
  const hashed = signIns.map(async ({ email, password }) => [email, await hasher.hash(password)] as const);
  const hashOf = new Map(await Promise.all(hashed));
  return db.transaction(async (tx) => {
    await lockSeeding(tx);
    if (!(await isEmpty(tx))) return [];
    await seed(tx, clock.now(), hashOf);
    return signIns;
  });
}

async function seed(tx: Tx, now: Date, hashOf: ReadonlyMap<string, string>): Promise<void> {
  const people = await seedPeople(tx, { now, hashOf });
  const workshops = await seedWorkshops(tx, { now, people });
  const enrolments = await seedEnrolments(tx, { now, people, workshops });
  const createdBy = accountOf(people, "editor").id;
  const questionnaires = await seedQuestionnaires(tx, { now, workshops, createdBy });
  await seedResponses(tx, { now, questionnaires, enrolments });
  await refreshStatistics(tx);
  await record(tx, {
    actorId: null,
    action: "demo.seeded",
    subjectType: "installation",
    subjectId: "demo",
    details: { workshops: workshops.length, enrolments: enrolments.length },
    at: now,
  });
}

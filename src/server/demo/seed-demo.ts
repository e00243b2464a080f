import type { Role } from "../../shared/kernel/permission.ts";
import { record } from "../audit/index.ts";
import { createPasswordHasher } from "../platform/crypto/password-hash.ts";
import type { Database, Tx } from "../platform/db/database.ts";
import type { Clock } from "../platform/time/clock.ts";
import type { Responses } from "../responses/index.ts";
import { isEmpty, lockSeeding, refreshStatistics } from "./queries.ts";
import { readablePassword } from "./readable-password.ts";
import { recordContent } from "./removal/queries.ts";
import { seedEnrolments } from "./seed-enrolments.ts";
import { accountOf, type DemoPeople, seedPasswords, seedPeople } from "./seed-people.ts";
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
  responses: Pick<Responses, "consentTextHash">;
}

/**
 * Fills an empty database with the demo: all of it or nothing. Answers how to sign in; the passwords exist only there.
 * Where there are people already, it changes nothing and answers an empty list.
 */
export async function seedDemoIfEmpty(deps: SeedDeps): Promise<DemoSignIn[]> {
  if (!(await isEmpty(deps.db))) return [];
  return deps.db.transaction(async (tx) => {
    await lockSeeding(tx);
    if (!(await isEmpty(tx))) return [];
    const signIns = accounts.map(({ role, email }) => ({ role, email, password: readablePassword() }));
    // Hashing is slow on purpose; it goes on while the rows are written.
    const [people, hashOf] = await Promise.all([seed(tx, deps), hashesOf(signIns)]);
    await seedPasswords(tx, people, hashOf);
    return signIns;
  });
}

async function hashesOf(signIns: DemoSignIn[]): Promise<Map<string, string>> {
  const hasher = createPasswordHasher();
  const hashed = signIns.map(async ({ email, password }) => [email, await hasher.hash(password)] as const);
  return new Map(await Promise.all(hashed));
}

async function seed(tx: Tx, { clock, responses }: SeedDeps): Promise<DemoPeople> {
  const now = clock.now();
  const people = await seedPeople(tx, now);
  const workshops = await seedWorkshops(tx, { now, people });
  const enrolments = await seedEnrolments(tx, { now, people, workshops });
  const createdBy = accountOf(people, "editor").id;
  const questionnaires = await seedQuestionnaires(tx, { now, workshops, createdBy });
  await seedResponses(tx, { now, questionnaires, enrolments, consentTextHash: responses.consentTextHash });
  const everybody = [...people.accounts.values(), ...people.participants];
  await recordContent(
    tx,
    everybody.map(({ id }) => id),
    now,
  );
  await refreshStatistics(tx);
  await record(tx, {
    actorId: null,
    action: "demo.seeded",
    subjectType: "installation",
    subjectId: "demo",
    details: { workshops: workshops.length, enrolments: enrolments.length },
    at: now,
  });
  return people;
}

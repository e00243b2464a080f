import { emptyContent } from "../../shared/catalogue/content-parts.ts";
import { paragraphs } from "../../shared/catalogue/rich-text.ts";
import type { WorkshopChanges, WorkshopContent } from "../../shared/catalogue/workshop.ts";
import { newId } from "../../shared/kernel/id.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import { type Catalogue, createCatalogue } from "../catalogue/index.ts";
import { createEnrolment, type Enrolment, type EnrolmentEvent } from "../enrolment/index.ts";
import type { Person } from "../platform/authz/actor.ts";
import { createCache } from "../platform/cache/create-cache.ts";
import type { Database } from "../platform/db/database.ts";
import { sql } from "../platform/db/sql.ts";
import { createEventBus } from "../platform/events/events.ts";
import { jobs } from "../platform/jobs/queue.ts";
import { FactCounts } from "../platform/metrics/fact-counts.ts";
import { fixedClock } from "../platform/time/clock.ts";
import { testDatabase } from "./test-database.ts";

const hourMs = 60 * 60 * 1000;

/** The catalogue and enrolment without the rest of the application, at 2027-01-15T09:00:00Z. */
export async function testWorkshops() {
  const database = await testDatabase();
  const clock = fixedClock("2027-01-15T09:00:00Z");
  const events = createEventBus();
  const base = { db: database.db, clock, events, jobs, cache: createCache(), facts: new FactCounts() };
  const catalogue: Catalogue = createCatalogue(base);
  const deps = { ...base, catalogue };
  const enrolment: Enrolment = createEnrolment(deps);
  const announced: EnrolmentEvent[] = [];
  const kinds = [
    "confirmed",
    "waitlisted",
    "offered",
    "cancelled",
    "expired",
    "declined",
    "workshopCancelled",
  ] as const;
  for (const kind of kinds) {
    events.on<EnrolmentEvent>(`enrolment.${kind}`, async (_tx, event) => void announced.push(event));
  }
  return { ...database, clock, deps, catalogue, enrolment, announced };
}

export type TestWorkshops = Awaited<ReturnType<typeof testWorkshops>>;

/** A new person with a confirmed address. */
export async function addPerson(db: Database, role: Role = "participant", name = `A ${role}`): Promise<Person> {
  const personId = newId();
  const email = `${personId}@example.org`;
  await db.run(sql`
    insert into people (id, name, email, email_verified, role) values (${personId}::uuid, ${name}, ${email}, true, ${role})`);
  const loginSessionId = newId();
  return { kind: "person", personId, role, name, email, isEmailVerified: true, language: "en", loginSessionId };
}

/** A new facilitator; of the person's account when one is given. */
export async function addFacilitator(db: Database, person?: Person, name = "Ada Nowak"): Promise<string> {
  const id = newId();
  await db.run(
    sql`insert into facilitators (id, person_id, name) values (${id}::uuid, ${person?.personId ?? null}::uuid, ${name})`,
  );
  return id;
}

export async function addLocation(db: Database, name = "Reading room", city = "Łódź"): Promise<string> {
  const id = newId();
  await db.run(sql`insert into locations (id, name, city) values (${id}::uuid, ${name}, ${city})`);
  return id;
}

/** A session that begins some hours after the test's clock and takes two hours. */
export function sessionIn(hours: number, change: Partial<WorkshopContent["sessions"][number]> = {}) {
  const start = Date.parse("2027-01-15T09:00:00Z") + hours * hourMs;
  return {
    id: newId(),
    title: { en: "Meeting", pl: "Spotkanie" },
    description: {},
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + 2 * hourMs).toISOString(),
    locationId: null,
    onlineUrl: null,
    capacity: null,
    ...change,
  };
}

/** A content with everything that publishing both languages needs, except a facilitator. */
export function readyContent(change: WorkshopChanges = {}): WorkshopContent {
  return {
    ...emptyContent,
    title: { en: "Mediation in a team", pl: "Mediacje w zespole" },
    summary: { en: "Settle a quarrel before it settles in.", pl: "Zażegnaj spór, zanim się zadomowi." },
    description: { en: paragraphs("We practise listening."), pl: paragraphs("Ćwiczymy słuchanie.") },
    capacity: 2,
    sessions: [sessionIn(24 * 30)],
    ...change,
  };
}

/** A workshop that is published straight into the table, for tests about seats. */
export async function addPublishedWorkshop(
  db: Database,
  change: {
    capacity?: number;
    confirmsAtOnce?: boolean;
    needsApproval?: boolean;
    hasWaitingList?: boolean;
    startsInHours?: number;
  } = {},
): Promise<string> {
  const {
    capacity = 2,
    confirmsAtOnce = true,
    needsApproval = false,
    hasWaitingList = true,
    startsInHours = 24 * 30,
  } = change;
  const id = newId();
  const { id: sessionId, startsAt, endsAt } = sessionIn(startsInHours);
  const editor = await addPerson(db, "editor");
  await db.run(sql`
    insert into workshops (id, status, published_languages, slug_en, title, capacity, confirms_at_once, needs_approval, has_waiting_list,
      starts_at, ends_at, created_by, published_at)
    values (${id}::uuid, 'published', '{en}', ${`workshop-${id}`}, '{"en":"A workshop"}', ${capacity}, ${confirmsAtOnce}, ${needsApproval},
      ${hasWaitingList}, ${startsAt}, ${endsAt}, ${editor.personId}::uuid, now())`);
  await db.run(sql`
    insert into sessions (id, workshop_id, position, starts_at, ends_at)
    values (${sessionId}::uuid, ${id}::uuid, 0, ${startsAt}, ${endsAt})`);
  return id;
}

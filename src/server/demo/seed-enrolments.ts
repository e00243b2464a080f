import { newId } from "../../shared/kernel/id.ts";
import type { Tx } from "../platform/db/database.ts";
import { enrolmentsUntil, type PlannedEnrolment, planEnrolments } from "./enrolment-plan.ts";
import { insertEnrolments } from "./queries.ts";
import { daysBefore, sessionTimes } from "./schedule.ts";
import { accountOf, type DemoPeople } from "./seed-people.ts";
import type { SeededWorkshop } from "./seed-workshops.ts";
import type { EnrolmentRow, PersonRow } from "./tables.ts";

export interface SeededEnrolment extends EnrolmentRow {
  person: PersonRow;
}

/** Fills the workshops: some to the last seat and beyond, some half. */
export async function seedEnrolments(
  tx: Tx,
  { now, people, workshops }: { now: Date; people: DemoPeople; workshops: SeededWorkshop[] },
): Promise<SeededEnrolment[]> {
  const seeded = workshops.flatMap((workshop, index) => {
    const starts = workshop.plan.sessions.map((session) => sessionTimes(now, session).startsAt.getTime());
    const period = {
      opensAt: workshop.publishedAt,
      closesAt: enrolmentsUntil(new Date(Math.min(...starts)), now),
    };
    const crowd = { first: index * 17, participantCount: people.participants.length };
    return planEnrolments(workshop.plan, period, crowd).map((planned) =>
      enrolment(workshop.id, planned, personOf(planned, people)),
    );
  });
  await insertEnrolments(
    tx,
    seeded.map(({ person: _, ...row }) => row),
  );
  return seeded;
}

function personOf({ who }: PlannedEnrolment, people: DemoPeople): PersonRow {
  const person = who === "signedIn" ? accountOf(people, "participant") : people.participants[who];
  if (!person) throw new Error(`the demo has no participant ${who}`);
  return person;
}

function enrolment(workshopId: string, { status, at }: PlannedEnrolment, person: PersonRow): SeededEnrolment {
  // Somebody who changes their mind does so within a day, while there are still seats.
  const closedAt = status === "cancelled" ? daysBefore(at, -1) : null;
  return {
    id: newId(at.getTime()),
    workshopId,
    participantId: person.id,
    status,
    confirmedAt: status === "confirmed" ? at : null,
    closedAt,
    createdAt: at,
    updatedAt: closedAt ?? at,
    person,
  };
}

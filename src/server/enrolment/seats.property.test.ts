import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import type { Person } from "../platform/authz/actor.ts";
import { sql } from "../platform/db/sql.ts";
import { addPerson, addPublishedWorkshop, type TestWorkshops, testWorkshops } from "../testing/test-workshops.ts";

let it: TestWorkshops;
let crowd: Person[];
beforeAll(async () => {
  it = await testWorkshops();
  crowd = await Promise.all(Array.from({ length: 7 }, () => addPerson(it.db)));
});
afterAll(() => it.close());

interface Row {
  id: string;
  participantId: string;
  status: string;
  arrivalNumber: number;
}

const living = ["confirmed", "offered", "completed", "waitlisted", "pending"];
const holding = ["confirmed", "offered", "completed"];

/** What somebody does: who, or how far the clock moves, is the number. */
const step = fc.tuple(fc.constantFrom("enrol", "cancel", "accept", "decline", "expire", "raise"), fc.nat(6));

test("whatever happens: no seat twice, none free while someone waits, the order kept, one living enrolment each", async () => {
  const walks = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.array(step, { maxLength: 30 }));
  await fc.assert(
    fc.asyncProperty(walks, async ([capacity, confirmsAtOnce, steps]) => {
      it.clock.set("2027-01-15T09:00:00Z");
      const workshopId = await addPublishedWorkshop(it.db, { capacity, confirmsAtOnce, startsInHours: 24 * 365 });
      const rows = () =>
        it.db.many<Row>(sql`
          select id, participant_id as "participantId", enrollment_status as status, arrival_number as "arrivalNumber"
          from enrollments where workshop_id = ${workshopId}::uuid order by arrival_number`);
      let seats = capacity;
      for (const [kind, number] of steps) {
        const before = await rows();
        if (kind === "raise") seats = await raise(workshopId, seats + (number % 2));
        else await act(kind, crowd[number] as Person, { workshopId, rows: before });
        check(before, await rows(), seats);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

async function raise(workshopId: string, seats: number): Promise<number> {
  await it.db.transaction(async (tx) => {
    await tx.run(sql`update workshops set capacity = ${seats} where id = ${workshopId}::uuid`);
    await it.deps.events.publish(tx, { type: "workshop.published", workshopId, language: "en" } as { type: string });
  });
  return seats;
}

async function act(
  kind: string,
  person: Person,
  { workshopId, rows }: { workshopId: string; rows: Row[] },
): Promise<void> {
  const own = rows.findLast(({ participantId }) => participantId === person.personId);
  const id = own?.id ?? newId();
  const { enrolment, clock } = it;
  try {
    if (kind === "enrol") await enrolment.enrol(person, { workshopId, isConfirmed: true });
    if (kind === "cancel") await enrolment.cancelEnrolment(person, id);
    if (kind === "accept") await enrolment.acceptOffer(person, id);
    if (kind === "decline") await enrolment.declineOffer(person, id);
    if (kind === "expire") {
      clock.advance(49 * 60 * 60 * 1000);
      await enrolment.scheduled[0]?.run();
    }
  } catch (error) {
    expect(["already_enrolled", "not_found", "invalid_transition"]).toContain((error as { code?: string }).code);
  }
}

function check(before: Row[], after: Row[], seats: number): void {
  const taken = after.filter(({ status }) => holding.includes(status));
  const line = after.filter(({ status }) => status === "waitlisted");
  expect(taken.length).toBeLessThanOrEqual(seats);
  if (line.length > 0) expect(taken.length).toBe(seats);
  const livingPeople = after.filter(({ status }) => living.includes(status)).map(({ participantId }) => participantId);
  expect(new Set(livingPeople).size).toBe(livingPeople.length);
  // Whoever got a seat from the line stood before everyone who still waits.
  const wasWaiting = new Set(before.filter(({ status }) => status === "waitlisted").map(({ id }) => id));
  const promoted = taken.filter(({ id }) => wasWaiting.has(id)).map(({ arrivalNumber }) => arrivalNumber);
  const waiting = line.map(({ arrivalNumber }) => arrivalNumber);
  expect(Math.max(...promoted, 0)).toBeLessThan(Math.min(...waiting, Number.POSITIVE_INFINITY));
}

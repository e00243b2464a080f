import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import type { Person } from "../platform/authz/actor.ts";
import { sql } from "../platform/db/sql.ts";
import {
  addFacilitator,
  addPerson,
  addPublishedWorkshop,
  type TestWorkshops,
  testWorkshops,
} from "../testing/test-workshops.ts";
import { listWorkshopEnrolments } from "./list-enrolments.ts";
import { confirmEnrolment, declineEnrolment, removeEnrolment } from "./run-enrolment.ts";

let it: TestWorkshops;
beforeAll(async () => {
  it = await testWorkshops();
});
beforeEach(() => {
  it.clock.set("2027-01-15T09:00:00Z");
  it.announced.length = 0;
});
afterAll(() => it.close());

const enrol = (person: Person, workshopId: string, isConfirmed = false) =>
  it.enrolment.enrol(person, { workshopId, isConfirmed });
const mine = async (person: Person, workshopId: string) =>
  (await it.enrolment.getMyEnrolment(person, workshopId)).enrolment;
const people = (count: number) => Promise.all(Array.from({ length: count }, () => addPerson(it.db)));
const announced = () => it.announced.map(({ type }) => type);

describe("enrolling", () => {
  test("two seats go to the first two; the third waits and gets the seat that the first gives up", async () => {
    const workshopId = await addPublishedWorkshop(it.db);
    const [ada, bob, cyd, dan] = (await people(4)) as [Person, Person, Person, Person];
    const first = await enrol(ada, workshopId);
    expect(first).toMatchObject({ status: "confirmed", position: null });
    expect(await enrol(bob, workshopId)).toMatchObject({ status: "confirmed" });
    expect(await enrol(cyd, workshopId)).toMatchObject({ status: "waitlisted", position: 1 });
    expect(await enrol(dan, workshopId)).toMatchObject({ status: "waitlisted", position: 2 });
    expect(await it.enrolment.cancelEnrolment(ada, first.id)).toMatchObject({ status: "cancelled" });
    expect(await mine(cyd, workshopId)).toMatchObject({ status: "confirmed", position: null });
    expect(await mine(dan, workshopId)).toMatchObject({ status: "waitlisted", position: 1 });
    expect(announced()).toEqual([
      "enrolment.confirmed",
      "enrolment.confirmed",
      "enrolment.waitlisted",
      "enrolment.waitlisted",
      "enrolment.cancelled",
      "enrolment.confirmed",
    ]);
    expect(await enrol(ada, workshopId)).toMatchObject({ status: "waitlisted", position: 2 });
  });

  test("needs a confirmed address", async () => {
    const workshopId = await addPublishedWorkshop(it.db);
    const person = { ...(await addPerson(it.db)), isEmailVerified: false };
    await expect(enrol(person, workshopId)).rejects.toMatchObject({ code: "email_not_verified" });
  });

  test("happens once, even when asked for many times at once", async () => {
    const workshopId = await addPublishedWorkshop(it.db);
    const person = await addPerson(it.db);
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => enrol(person, workshopId)));
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 7 }, () => "already_enrolled"));
  });

  test("is refused when full without a line, once it has begun, and for what is not public", async () => {
    const full = await addPublishedWorkshop(it.db, { capacity: 1, hasWaitingList: false });
    const [ada, bob] = (await people(2)) as [Person, Person];
    await enrol(ada, full);
    await expect(enrol(bob, full)).rejects.toMatchObject({ code: "workshop_full", details: { capacity: 1 } });
    await expect(enrol(bob, newId())).rejects.toMatchObject({ code: "not_found" });
    const begun = await addPublishedWorkshop(it.db, { startsInHours: 0 });
    await expect(enrol(bob, begun)).rejects.toMatchObject({ code: "enrolment_closed" });
    await it.db.run(sql`update workshops set status = 'cancelled' where id = ${full}::uuid`);
    await expect(enrol(bob, full)).rejects.toMatchObject({ code: "enrolment_closed" });
  });

  test("asks before two workshops overlap, or when one leads it", async () => {
    const [first, second] = [await addPublishedWorkshop(it.db), await addPublishedWorkshop(it.db)];
    const person = await addPerson(it.db);
    const facilitatorId = await addFacilitator(it.db, person);
    await it.db.run(
      sql`insert into workshop_facilitators (workshop_id, facilitator_id) values (${second}::uuid, ${facilitatorId}::uuid)`,
    );
    await enrol(person, first);
    await expect(enrol(person, second)).rejects.toMatchObject({
      code: "confirmation_needed",
      details: { obstacles: ["overlaps_enrolment", "facilitates"] },
    });
    expect(await mine(person, second)).toBeNull();
    expect(await enrol(person, second, true)).toMatchObject({ status: "confirmed" });
  });

  test("the public page shows the new number of seats right away", async () => {
    const workshopId = await addPublishedWorkshop(it.db);
    const seatsLeft = async () =>
      (await it.catalogue.getPublicWorkshop(`workshop-${workshopId}`, "en"))?.workshop.seatsLeft;
    expect(await seatsLeft()).toBe(2);
    await enrol(await addPerson(it.db), workshopId);
    expect(await seatsLeft()).toBe(1);
  });
});

describe("offers", () => {
  const setUp = async () => {
    const workshopId = await addPublishedWorkshop(it.db, { capacity: 1, confirmsAtOnce: false });
    const [ada, bob, cyd] = (await people(3)) as [Person, Person, Person];
    const first = await enrol(ada, workshopId);
    await enrol(bob, workshopId);
    await enrol(cyd, workshopId);
    await it.enrolment.cancelEnrolment(ada, first.id);
    const offer = await mine(bob, workshopId);
    if (!offer) throw new Error("nothing was offered");
    return { workshopId, bob, cyd, offer };
  };

  test("a freed seat is held for the first in line, who accepts", async () => {
    const { bob, cyd, workshopId, offer } = await setUp();
    expect(offer).toMatchObject({ status: "offered", offeredUntil: "2027-01-17T09:00:00.000Z" });
    expect(await mine(cyd, workshopId)).toMatchObject({ status: "waitlisted", position: 1 });
    await expect(it.enrolment.acceptOffer(cyd, offer.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await it.enrolment.acceptOffer(bob, offer.id)).toMatchObject({ status: "confirmed", offeredUntil: null });
    await expect(it.enrolment.acceptOffer(bob, offer.id)).rejects.toMatchObject({ code: "invalid_transition" });
  });

  test("a declined offer goes to the next", async () => {
    const { bob, cyd, workshopId, offer } = await setUp();
    expect(await it.enrolment.declineOffer(bob, offer.id)).toMatchObject({ status: "declined" });
    expect(await mine(cyd, workshopId)).toMatchObject({ status: "offered" });
  });

  test("an offer that nobody takes expires by a job, and goes to the next", async () => {
    const { bob, cyd, workshopId, offer } = await setUp();
    const queued = await it.db.many<{ runAt: Date }>(sql`
      select run_at as "runAt" from graphile_worker.jobs where task_identifier = 'enrolment.expireOffers'
        and key like ${`%${workshopId}%`}`);
    expect(queued.map(({ runAt }) => runAt.toISOString())).toEqual([offer.offeredUntil]);
    it.clock.set("2027-01-17T08:59:59Z");
    await it.enrolment.scheduled[0]?.run();
    expect(await mine(bob, workshopId)).toMatchObject({ status: "offered" });
    it.clock.set("2027-01-17T09:00:00Z");
    await expect(it.enrolment.acceptOffer(bob, offer.id)).rejects.toMatchObject({ code: "invalid_transition" });
    await it.enrolment.scheduled[0]?.run();
    expect(await mine(bob, workshopId)).toBeNull();
    expect(await mine(cyd, workshopId)).toMatchObject({ status: "offered", offeredUntil: "2027-01-19T09:00:00.000Z" });
  });
});

describe("running a workshop", () => {
  test("its facilitator approves and declines; another's does not, and only its editor cancels", async () => {
    const workshopId = await addPublishedWorkshop(it.db, { capacity: 1, needsApproval: true });
    const facilitator = await addPerson(it.db, "facilitator");
    const stranger = await addPerson(it.db, "facilitator");
    const facilitatorId = await addFacilitator(it.db, facilitator);
    await it.db.run(sql`
      insert into workshop_facilitators (workshop_id, facilitator_id) values (${workshopId}::uuid, ${facilitatorId}::uuid)`);
    const asked = [];
    for (const person of await people(3)) asked.push(await enrol(person, workshopId));
    const [first, second, third] = asked as [(typeof asked)[0], (typeof asked)[0], (typeof asked)[0]];
    expect(first).toMatchObject({ status: "pending" });
    await expect(confirmEnrolment(it.deps, stranger, first.id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await confirmEnrolment(it.deps, facilitator, second.id)).toMatchObject({ status: "confirmed" });
    expect(await confirmEnrolment(it.deps, facilitator, first.id)).toMatchObject({ status: "waitlisted", position: 1 });
    expect(await declineEnrolment(it.deps, facilitator, third.id)).toMatchObject({ status: "declined" });
    await expect(confirmEnrolment(it.deps, facilitator, third.id)).rejects.toMatchObject({
      code: "invalid_transition",
    });

    const page = { workshopId, limit: 2, language: "en" as const };
    await expect(listWorkshopEnrolments(it.deps, stranger, page)).rejects.toMatchObject({ code: "forbidden" });
    const list = await listWorkshopEnrolments(it.deps, facilitator, page);
    expect(list).toMatchObject({ total: 3, items: [{ id: second.id }, { id: first.id, position: 1 }] });
    const rest = await listWorkshopEnrolments(it.deps, facilitator, { ...page, cursor: list.nextCursor ?? "" });
    expect(rest).toMatchObject({ items: [{ id: third.id }], nextCursor: null });

    await expect(removeEnrolment(it.deps, facilitator, second.id)).rejects.toMatchObject({ code: "forbidden" });
    const admin = await addPerson(it.db, "admin");
    expect(await removeEnrolment(it.deps, admin, second.id)).toMatchObject({ status: "cancelled" });
    expect((await listWorkshopEnrolments(it.deps, admin, page)).items[0]).toMatchObject({
      id: first.id,
      status: "confirmed",
    });
  });

  test("one's own list has what is to come first, then what is over", async () => {
    const person = await addPerson(it.db);
    const ids = [
      await addPublishedWorkshop(it.db, { startsInHours: 1 }),
      await addPublishedWorkshop(it.db, { startsInHours: 200 }),
    ];
    ids.push(await addPublishedWorkshop(it.db, { startsInHours: 100 }));
    for (const id of ids) await enrol(person, id);
    it.clock.set("2027-01-16T09:00:00Z");
    const first = await it.enrolment.listMyEnrolments(person, { lang: "pl", limit: 2 });
    expect(first).toMatchObject({ total: 3, items: [{ workshopId: ids[2] }, { workshopId: ids[1] }] });
    const rest = await it.enrolment.listMyEnrolments(person, { lang: "pl", cursor: first.nextCursor ?? "" });
    expect(rest.items).toMatchObject([
      { workshopId: ids[0], workshop: { title: { text: "A workshop", language: "en" } } },
    ]);
  });
});

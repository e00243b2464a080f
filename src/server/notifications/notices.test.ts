import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import type { EnrolmentChanged, EnrolmentWorkshopCancelled } from "../enrolment/index.ts";
import { sql } from "../platform/db/sql.ts";
import { createEventBus } from "../platform/events/events.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { createNotifications } from "./index.ts";
import { messages, noticeKinds } from "./messages.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

interface Queued {
  name: string;
  payload: object;
}

/** Notifications alone, listening to a bus of their own; jobs and mail stay in memory. */
function listening() {
  const queue: Queued[] = [];
  const mails: { to: string; subject: string; text: string; language: string }[] = [];
  const events = createEventBus();
  const notifications = createNotifications({
    db: app.db,
    events,
    jobs: { add: async (_db, request) => void queue.push(request) },
    mail: { enqueue: async (_db, message) => void mails.push(message) },
    identity: app.features.identity,
    catalogue: app.features.catalogue,
    publicUrl: "https://workshops.example.org/",
  });
  const run = async () => {
    for (const { name, payload } of queue.splice(0)) {
      await notifications.jobs.find((job) => job.name === name)?.run(JSON.parse(JSON.stringify(payload)) as never);
    }
    return mails.splice(0);
  };
  return { events, run };
}

async function workshopBy(personId: string): Promise<string> {
  const id = newId();
  await app.db.run(sql`
    insert into workshops (id, status, published_languages, slug_en, title, starts_at, time_zone, created_by)
    values (${id}, 'published', '{en,pl}', ${`workshop-${id}`}, '{"en": "Mediation", "pl": "Mediacje"}',
      '2027-07-01T08:00:00Z', 'Europe/Warsaw', ${personId})`);
  return id;
}

test("people hear of their enrolment in their language and in the time of the workshop's place", async () => {
  const { events, run } = listening();
  const person = await app.as("participant", "Ola");
  await app.db.run(sql`update people set language = 'pl' where id = ${person.personId}`);
  const workshopId = await workshopBy(person.personId);
  const change = {
    enrolmentId: newId(),
    workshopId,
    participantId: person.personId,
    position: null,
    offeredUntil: null,
  };
  await app.db.transaction(async (tx) => {
    await events.publish<EnrolmentChanged>(tx, {
      ...change,
      type: "enrolment.offered",
      offeredUntil: new Date("2027-06-01T05:00:00Z"),
    });
  });
  const [mail] = await run();
  expect(mail).toMatchObject({
    to: person.email,
    language: "pl",
    subject: "Zwolniło się miejsce dla Ciebie: Mediacje",
  });
  expect(mail?.text).toContain("Dzień dobry, Ola!");
  expect(mail?.text).toMatch(/czwartek, 1 lipca 2027.*10:00/);
  expect(mail?.text).toMatch(/wtorek, 1 czerwca 2027.*07:00/);
  expect(mail?.text).toContain("https://workshops.example.org/pl/me");
});

test("the waiting list names the place in line, and a cancelled workshop is announced", async () => {
  const { events, run } = listening();
  const person = await app.as("participant", "Ben");
  const workshopId = await workshopBy(person.personId);
  const change = { enrolmentId: newId(), workshopId, participantId: person.personId, offeredUntil: null };
  await app.db.transaction(async (tx) => {
    await events.publish<EnrolmentChanged>(tx, { ...change, type: "enrolment.waitlisted", position: 3 });
    await events.publish<EnrolmentWorkshopCancelled>(tx, { ...change, type: "enrolment.workshopCancelled" });
  });
  const [waiting, cancelled] = await run();
  expect(waiting?.text).toContain("Your place in line: 3.");
  expect(cancelled?.subject).toBe("Cancelled: Mediation");
  expect(cancelled?.text).toContain("Thursday");
});

test("a person or a workshop that is gone gets no mail", async () => {
  const { events, run } = listening();
  const change = {
    enrolmentId: newId(),
    workshopId: newId(),
    participantId: newId(),
    position: null,
    offeredUntil: null,
  };
  await app.db.transaction((tx) => events.publish<EnrolmentChanged>(tx, { ...change, type: "enrolment.confirmed" }));
  expect(await run()).toEqual([]);
});

test("every notice reads well in both languages, whatever is known", () => {
  const facts = { workshop: "W", starts: null, position: null, until: null };
  for (const language of ["en", "pl"] as const) {
    for (const kind of noticeKinds) {
      const { subject, paragraphs, action } = messages[language].notices[kind];
      const text = [subject(facts), action, ...paragraphs(facts)].join(" ");
      expect(text).not.toMatch(/null|undefined/);
      expect(subject(facts)).toContain("W");
    }
  }
});

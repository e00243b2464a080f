import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import type { Person } from "../platform/authz/actor.ts";
import { sql } from "../platform/db/sql.ts";
import type { StormAnswer, StormOrder } from "../testing/enrolment-storm.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { addPublishedWorkshop } from "../testing/test-workshops.ts";

const [seats, crowd, processes] = [20, 500, 4];
const root = fileURLToPath(new URL("../../..", import.meta.url));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  // Inside the project, so that the built file finds its packages.
  folder = mkdtempSync(join(root, "node_modules", ".enrolment-storm-"));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: { ssr: "src/server/testing/enrolment-storm.ts", outDir: folder, emptyOutDir: false, target: "node20" },
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

test("500 people in 4 processes on 20 seats: 20 confirmed, 480 waiting in order of arrival, no error", async () => {
  const { db, url } = database;
  // The processes live by the real clock, so the workshop has to begin after today.
  const startsInHours = (Date.now() - Date.parse("2027-01-15T09:00:00Z")) / 3_600_000 + 24 * 30;
  const workshopId = await addPublishedWorkshop(db, {
    capacity: seats,
    startsInHours: Math.max(24 * 30, startsInHours),
  });
  const people = await addCrowd();
  const children = Array.from({ length: processes }, () => fork(join(folder, "enrolment-storm.js"), { execArgv: [] }));
  try {
    await Promise.all(children.map((child) => once(child, "message")));
    const share = crowd / processes;
    const answers = await Promise.all(
      children.map((child, index) =>
        answerOf(child, { url, workshopId, people: people.slice(index * share, (index + 1) * share) }),
      ),
    );
    expect(tally(answers.flat())).toEqual({ confirmed: seats, waitlisted: crowd - seats });
  } finally {
    for (const child of children) child.kill();
  }

  const rows = await db.many<{ status: string; count: number; first: number; last: number }>(sql`
    select enrollment_status as status, count(*)::int as count, min(arrival_number) as first, max(arrival_number) as last
    from enrollments where workshop_id = ${workshopId}::uuid group by 1 order by 1`);
  expect(rows).toMatchObject([
    { status: "confirmed", count: seats },
    { status: "waitlisted", count: crowd - seats },
  ]);
  // The seats went to the first to arrive, and nobody's number is missing.
  expect(rows[0]?.last).toBeLessThan(rows[1]?.first ?? 0);
  expect((rows[1]?.last ?? 0) - (rows[0]?.first ?? 0)).toBe(crowd - 1);
  const { isOrdered } = await db.one<{ isOrdered: boolean }>(sql`
    select bool_and(created_at >= earlier) as "isOrdered" from (
      select created_at, lag(created_at, 1, created_at) over (order by arrival_number) as earlier
      from enrollments where workshop_id = ${workshopId}::uuid) ordered`);
  expect(isOrdered).toBe(true);
}, 120_000);

async function answerOf(child: ChildProcess, order: StormOrder): Promise<StormAnswer> {
  const answer = once(child, "message");
  child.send(order);
  const [answers] = (await answer) as [StormAnswer];
  return answers;
}

function tally(answers: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

async function addCrowd(): Promise<Person[]> {
  const ids = Array.from({ length: crowd }, () => newId());
  await database.db.run(sql`
    insert into people (id, name, email, email_verified) select id, 'Somebody', id || '@example.org', true
    from unnest(${ids}::uuid[]) as id`);
  return ids.map((personId) => ({
    kind: "person",
    personId,
    role: "participant",
    name: "Somebody",
    email: `${personId}@example.org`,
    isEmailVerified: true,
    language: "en",
    loginSessionId: newId(),
  }));
}

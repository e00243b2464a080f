import { afterAll, expect, test } from "vitest";
import { newId } from "../../../shared/kernel/id.ts";
import type { Actor } from "../../platform/authz/actor.ts";
import { sql } from "../../platform/db/sql.ts";
import type { LevelChange } from "../../platform/logging/log-level.ts";
import { createCompany } from "../../platform/processes/ask-all.ts";
import { fixedClock } from "../../platform/time/clock.ts";
import { testDatabase } from "../../testing/test-database.ts";
import { addPerson } from "../../testing/test-workshops.ts";
import { changeLogLevel } from "./change-log-level.ts";
import { logLevelRoutes } from "./routes.ts";

const database = await testDatabase();
afterAll(database.close);

test("all processes switch, the answer says how many and until when, and the audit log who", async () => {
  const { db } = database;
  const asked: unknown[] = [];
  const changed: LevelChange[] = [];
  const company = createCompany(async (topic, question) => {
    asked.push([topic, question]);
    return { values: [true, true], missing: 0 };
  });
  const deps = { db, company, clock: fixedClock("2027-01-15T09:00:00Z") };
  logLevelRoutes({ ...deps, logLevel: { change: (wanted) => changed.push(wanted) } });
  const { personId } = await addPerson(db, "admin");
  const actor = { kind: "person", personId, role: "admin", sessionId: newId() } as unknown as Actor;
  const wanted = { level: "debug", minutes: 30 } as const;
  expect(await changeLogLevel(deps, actor, wanted)).toEqual({
    level: "debug",
    until: "2027-01-15T09:30:00.000Z",
    processes: 3,
  });
  expect(changed).toEqual([wanted]);
  expect(asked).toEqual([["log level", wanted]]);
  const entries = sql`select actor_id as "actorId", details from audit_log where action = 'logLevel.changed'`;
  expect(await db.many(entries)).toEqual([{ actorId: personId, details: wanted }]);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { type Role, roles } from "../../src/shared/kernel/permission.ts";
import { expectedCases, expectedOutcome } from "./access-expectations.ts";
import { allEndpoints } from "./contracts.ts";
import { changedTables, databaseDigest, prepareDigest } from "./database-digest.ts";
import { catalogueSpecimens } from "./specimens/catalogue.ts";
import { enrolmentSpecimens } from "./specimens/enrolment.ts";
import { operationsSpecimens } from "./specimens/operations.ts";
import { identitySpecimens, signedIn } from "./specimens/people.ts";
import { questionnaireSpecimens } from "./specimens/questionnaires.ts";
import { analysisSpecimens, responseSpecimens } from "./specimens/responses.ts";
import type { Relation, Specimen } from "./specimens/specimen.ts";

const specimens: Record<string, Specimen[]> = {
  operations: operationsSpecimens,
  catalogue: catalogueSpecimens,
  enrolment: enrolmentSpecimens,
  questionnaires: questionnaireSpecimens,
  responses: responseSpecimens,
  analysis: analysisSpecimens,
  identity: identitySpecimens,
};
const all = Object.values(specimens).flat();

let app: TestApp;
let strangerId: string;
beforeAll(async () => {
  app = await testApp();
  await prepareDigest(app.db);
  strangerId = (await signedIn(app, "editor")).personId;
});
afterAll(() => app.close());

interface Try {
  role: Role | "anonymous";
  relation: Relation;
}

function triesOf({ relations }: Specimen): Try[] {
  const signedInOnes = roles.flatMap((role) => relations.map((relation) => ({ role, relation })));
  return [{ role: "anonymous", relation: "other" }, ...signedInOnes];
}

/** What is wrong about one call; undefined when nothing is. */
async function fault(specimen: Specimen, { role, relation }: Try): Promise<string | undefined> {
  const caller = role === "anonymous" ? { ...app.anonymous, personId: null } : await signedIn(app, role);
  const call = await specimen.prepare({ app, caller, relation, strangerId });
  const expected = expectedOutcome(specimen.name, role, relation);
  const isWatched = expected !== "allowed" && specimen.method !== "GET";
  const before = isWatched ? await databaseDigest(app.db) : {};
  const outcome = await call();
  const what = `${specimen.name}; ${role}; ${relation}`;
  if (outcome !== expected) return `${what}: expected ${expected}, got ${outcome}`;
  const changed = isWatched ? changedTables(before, await databaseDigest(app.db)) : [];
  return changed.length > 0 ? `${what}: refused, but changed ${changed.join(", ")}` : undefined;
}

describe("who may do what", () => {
  test("every endpoint has a specimen, and every specimen an expectation", () => {
    const tried = new Set(all.map(({ endpointId }) => endpointId));
    expect(allEndpoints.length).toBeGreaterThan(50);
    expect(allEndpoints.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
    expect(all.map(({ name }) => name).sort()).toEqual([...expectedCases].sort());
  });

  test.each(Object.keys(specimens))(
    "%s: every endpoint, for every role, on one's own things and on others'",
    async (feature) => {
      const faults: string[] = [];
      for (const specimen of specimens[feature] ?? []) {
        for (const each of triesOf(specimen)) {
          const found = await fault(specimen, each);
          if (found) faults.push(found);
        }
      }
      expect(faults).toEqual([]);
    },
    60_000,
  );

  test("a change in any table is noticed", async () => {
    const before = await databaseDigest(app.db);
    await signedIn(app, "participant");
    const after = await databaseDigest(app.db);
    expect(changedTables(before, after).sort()).toEqual(["login_sessions", "people"]);
    expect(changedTables(after, await databaseDigest(app.db))).toEqual([]);
  });
});

import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { typeDefs } from "../../src/server/graphql/schema.ts";
import { ask } from "../../src/server/testing/graphql-client.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { type Role, roles } from "../../src/shared/kernel/permission.ts";
import { signedIn } from "./specimens/people.ts";
import { ofNobody, ofOneself, ownerOf, type Relation, type Situation } from "./specimens/specimen.ts";
import { addEnrolment, addQuestionnaire, addResponse, addWorkshop } from "./specimens/things.ts";

/** How a field is tried: what is made, what is asked, and what in the answer shows the thing. */
interface Case {
  /** The field of `Query`, or of `Me` after a dot; what is special about the case after a comma. */
  name: string;
  relations: readonly Relation[];
  /** For somebody signed in, by whether the thing is their own; and for everybody else. */
  expected: { own: string; other: string; anonymous: string };
  make(situation: Situation): Promise<{ query: string; variables?: object; shows: string }>;
}

const byAnyone = { own: "shown", other: "shown", anonymous: "shown" };
const byNobody = { own: "not_found", other: "not_found", anonymous: "not_found" };
const bySignedIn = { own: "shown", other: "shown", anonymous: "not_signed_in" };
const byOneself = { own: "shown", other: "hidden", anonymous: "not_signed_in" };
const anyRelation = ["made", "assigned", "other"] as const;

const workshopBySlug = (status: "draft" | "published" | "archived") => async (situation: Situation) => {
  const { id, slug } = await addWorkshop(situation, status);
  return {
    query: "query ($slug: String!) { workshop(slug: $slug) { id sessions { id } } }",
    variables: { slug },
    shows: id,
  };
};
const questionnaireById = (status: "draft" | "published") => async (situation: Situation) => {
  const { id } = await addQuestionnaire(situation, status);
  return { query: "query ($id: ID!) { questionnaire(id: $id) { id sections { id } } }", variables: { id }, shows: id };
};
const listed = (status: "draft" | "published" | "archived") => async (situation: Situation) => {
  const { id } = await addWorkshop(situation, status);
  // A list of its own, that no other case has left in the cache.
  const to = new Date(Date.UTC(2100, 0, 1) + listsAsked++ * 86_400_000).toISOString().slice(0, 10);
  const query = "query ($to: Day) { workshops(limit: 100, to: $to) { items { id sessions { id } } } }";
  return { query, variables: { to }, shows: id };
};
let listsAsked = 0;

async function enrolmentIn(situation: Situation, status: "published" | "archived") {
  const { id: workshopId } = await addWorkshop({ ...situation, relation: "other" }, status);
  return { workshopId, id: await addEnrolment(situation, workshopId, { participantId: ownerOf(situation) }) };
}

const cases: Case[] = [
  { name: "workshops", relations: anyRelation, expected: byAnyone, make: listed("published") },
  {
    name: "workshops, a draft",
    relations: anyRelation,
    expected: { own: "hidden", other: "hidden", anonymous: "hidden" },
    make: listed("draft"),
  },
  { name: "workshop", relations: anyRelation, expected: byAnyone, make: workshopBySlug("published") },
  { name: "workshop, a draft", relations: anyRelation, expected: byNobody, make: workshopBySlug("draft") },
  { name: "workshop, an archived one", relations: anyRelation, expected: byNobody, make: workshopBySlug("archived") },
  {
    name: "tags",
    relations: ofNobody,
    expected: byAnyone,
    make: async () => ({ query: "{ tags { id } }", shows: "id" }),
  },
  { name: "questionnaire", relations: anyRelation, expected: byAnyone, make: questionnaireById("published") },
  { name: "questionnaire, a draft", relations: anyRelation, expected: byNobody, make: questionnaireById("draft") },
  {
    name: "me",
    relations: ofNobody,
    expected: bySignedIn,
    make: async ({ caller }) => ({ query: "{ me { id email role } }", shows: caller.personId ?? "nobody" }),
  },
  {
    name: "me.enrolments",
    relations: ofOneself,
    expected: byOneself,
    make: async (situation) => {
      const { id } = await enrolmentIn(situation, "published");
      return { query: "{ me { enrolments { items { id workshop { page { id } } } } } }", shows: id };
    },
  },
  {
    name: "me.enrolments, the page of an archived workshop",
    relations: ofOneself,
    expected: { ...byOneself, own: "hidden" },
    make: async (situation) => {
      const { workshopId } = await enrolmentIn(situation, "archived");
      return { query: "{ me { enrolments { items { workshop { page { id } } } } } }", shows: workshopId };
    },
  },
  {
    name: "me.responses",
    relations: ofOneself,
    expected: byOneself,
    make: async (situation) => {
      const { id } = await addQuestionnaire({ ...situation, relation: "other" }, "published");
      const respondentId = ownerOf(situation);
      const responseId = await addResponse(situation, id, { respondentId, status: "submitted" });
      return { query: "{ me { responses { items { id answers questionnaire { id } } } } }", shows: responseId };
    },
  },
];

let app: TestApp;
let strangerId: string;
beforeAll(async () => {
  app = await testApp();
  strangerId = (await signedIn(app, "editor")).personId;
});
afterAll(() => app.close());

async function outcome(tried: Case, role: Role | "anonymous", relation: Relation): Promise<string> {
  const caller = role === "anonymous" ? { ...app.anonymous, personId: null } : await signedIn(app, role);
  const { query, variables, shows } = await tried.make({ app, caller, relation, strangerId });
  const { data, errors } = await ask(caller, query, variables);
  if (errors[0]) return errors[0].extensions.code;
  return JSON.stringify(data).includes(shows) ? "shown" : "hidden";
}

describe("who may ask for what by GraphQL", () => {
  test("every field of Query, and every list of one's own, is tried", () => {
    const schema = buildSchema(typeDefs);
    const root = Object.keys(schema.getQueryType()?.getFields() ?? {});
    const tried = new Set(cases.map(({ name }) => name.split(",")[0]));
    expect(root.filter((field) => !tried.has(field))).toEqual([]);
    expect([...tried].filter((name) => name?.startsWith("me."))).toEqual(["me.enrolments", "me.responses"]);
    expect(typeDefs.match(/\): (Enrolment|Response)Page/g)).toHaveLength(2);
  });

  test.each(cases.map((tried) => [tried.name, tried] as const))(
    "%s, for every role, on one's own and on others'",
    async (_, tried) => {
      const faults: string[] = [];
      for (const role of ["anonymous", ...roles] as const) {
        for (const relation of role === "anonymous" ? ofNobody : tried.relations) {
          const { own, other, anonymous } = tried.expected;
          const expected = role === "anonymous" ? anonymous : relation === "other" ? other : own;
          const found = await outcome(tried, role, relation);
          if (found !== expected) faults.push(`${role}, ${relation}: expected ${expected}, got ${found}`);
        }
      }
      expect(faults).toEqual([]);
    },
  );
});

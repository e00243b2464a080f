import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Sql, sql } from "../../src/server/platform/db/sql.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { addPublishedWorkshop } from "../../src/server/testing/test-workshops.ts";
import { catalogueContract } from "../../src/shared/catalogue/contract.ts";
import { enrolmentContract } from "../../src/shared/enrolment/contract.ts";
import { identityContract } from "../../src/shared/identity/contract.ts";
import type { BodyInput, Endpoint, ParamsInput } from "../../src/shared/kernel/endpoint.ts";
import { newId } from "../../src/shared/kernel/id.ts";
import type { Role } from "../../src/shared/kernel/permission.ts";
import { questionnairesContract } from "../../src/shared/questionnaires/contract.ts";
import { allEndpoints } from "./contracts.ts";
import { signedIn } from "./specimens/people.ts";
import type { Caller } from "./specimens/specimen.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

interface Request {
  params?: unknown;
  body?: unknown;
}

interface Creation {
  endpoint: Endpoint;
  /** Who may do it; anonymous where nobody has to be signed in. */
  role: Role | "anonymous";
  /** A request, and another one that the same caller could send as well. */
  requests(caller: Caller): Promise<Request[]>;
  /** Counts what the caller has created. */
  count(caller: Caller): Sql;
  /** What somebody else gets for the same request under the same key, where it is not a creation of their own. */
  another?: number;
}

interface CreationOf<E extends Endpoint> extends Omit<Creation, "endpoint" | "requests"> {
  requests(caller: Caller): Promise<{ params?: ParamsInput<E>; body?: BodyInput<E> }[]>;
}

const creation = <E extends Endpoint>(endpoint: E, rest: CreationOf<E>): Creation => ({ endpoint, ...rest });
const made = (table: Sql) => (caller: Caller) =>
  sql`
  select count(*) as count from ${table} where created_by = ${caller.personId}::uuid`;

const password = "seven green bicycles";
const registrations = () =>
  ["One", "Two"].map((name) => ({ body: { name, email: `${newId()}@example.org`, password } }));

const creations = [
  creation(catalogueContract.createWorkshop, {
    role: "editor",
    requests: async () => ["One", "Two"].map((en) => ({ body: { content: { title: { en } } } })),
    count: made(sql`workshops`),
  }),
  creation(catalogueContract.duplicate, {
    role: "admin",
    requests: async () => {
      const editor = await signedIn(app, "editor");
      const one = await editor.ok(catalogueContract.createWorkshop, { body: {} });
      const two = await editor.ok(catalogueContract.createWorkshop, { body: {} });
      return [{ params: { workshopId: one.id } }, { params: { workshopId: two.id } }];
    },
    count: made(sql`workshops`),
  }),
  creation(catalogueContract.createFacilitator, {
    role: "editor",
    requests: async () => [{ body: { name: "One" } }, { body: { name: "Two" } }],
    count: made(sql`facilitators`),
  }),
  creation(catalogueContract.createLocation, {
    role: "editor",
    requests: async () => [{ body: { name: "One" } }, { body: { name: "Two" } }],
    count: made(sql`locations`),
  }),
  creation(questionnairesContract.create, {
    role: "editor",
    requests: async () => [{ body: {} }, { body: { settings: { audience: "anyone" as const } } }],
    count: made(sql`questionnaires`),
  }),
  creation(enrolmentContract.enrol, {
    role: "participant",
    requests: async () => {
      const params = { workshopId: await addPublishedWorkshop(app.db) };
      return [
        { params, body: {} },
        { params, body: { isConfirmed: true } },
      ];
    },
    count: ({ personId }) => sql`select count(*) as count from enrollments where participant_id = ${personId}::uuid`,
  }),
  creation(identityContract.register, {
    role: "anonymous",
    requests: async () => registrations(),
    // The same address a second time makes no second person, but mails a second link.
    count: () => sql`select count(*) as count from verifications`,
  }),
  creation(identityContract.createFirstAdmin, {
    role: "anonymous",
    requests: async () => {
      await app.db.run(sql`update people set role = 'participant' where role = 'admin'`);
      const setupCode = (await app.features.identity.setupCode()) ?? "";
      return registrations().map(({ body }) => ({ body: { ...body, setupCode } }));
    },
    count: () => sql`select count(*) as count from people where role = 'admin'`,
    another: 409,
  }),
];

interface Trial {
  send(request: Request, from?: Caller): Promise<{ status: number; body: unknown; isReplay: boolean; code: string }>;
  first: Request;
  other: Request;
  created(from?: Caller): Promise<number>;
}

/** A fresh caller with a fresh key. */
async function trial({ endpoint, role, requests, count }: Creation): Promise<Trial> {
  const person = await newCaller(role);
  const [first, other] = await requests(person);
  if (!first || !other) throw new Error(`${endpoint.id}: two requests are needed`);
  const countNow = async (from: Caller) => (await app.db.one<{ count: number }>(count(from))).count;
  const before = await countNow(person);
  const key = newId();
  return {
    first,
    other,
    created: async (from = person) => (await countNow(from)) - (from === person ? before : 0),
    async send({ params, body }, from = person) {
      const headers = { "idempotency-key": key };
      const answer = await from.call(endpoint, { params: params as never, body: body as never, headers });
      const isReplay = answer.headers["idempotency-replayed"] === "true";
      return { status: answer.status, body: answer.body, isReplay, code: answer.problem.code };
    },
  };
}

async function newCaller(role: Role | "anonymous"): Promise<Caller> {
  return role === "anonymous" ? { ...app.anonymous, personId: null } : signedIn(app, role);
}

const named = creations.map((each) => [each.endpoint.id, each] as const);

describe("Idempotency-Key", () => {
  test("every endpoint that creates something is tried here", () => {
    const creating = allEndpoints.filter(({ creates }) => creates).map(({ id }) => id);
    expect(creations.map(({ endpoint }) => endpoint.id).sort()).toEqual(creating.sort());
    const others = allEndpoints.filter(({ creates, method }) => creates && method !== "POST");
    expect(others).toEqual([]);
  });

  test.each(named)("%s: the same request again gets the same answer and creates nothing more", async (_, each) => {
    const { send, first, created } = await trial(each);
    const answer = await send(first);
    expect(answer).toMatchObject({ status: each.endpoint.status, isReplay: false });
    const again = await send(first);
    expect(again).toEqual({ ...answer, isReplay: true });
    expect(await created()).toBe(1);
  });

  test.each(named)("%s: another request under the same key is a conflict", async (_, each) => {
    const { send, first, other, created } = await trial(each);
    await send(first);
    expect(await send(other)).toMatchObject({ status: 409, code: "idempotency_conflict" });
    expect(await created()).toBe(1);
    expect(await send(first)).toMatchObject({ status: each.endpoint.status, isReplay: true });
  });

  test.each(named)("%s: two at the same moment create one thing", async (_, each) => {
    const { send, first, created } = await trial(each);
    const answers = await Promise.all([send(first), send(first)]);
    expect(await created()).toBe(1);
    for (const { status, code, isReplay } of answers) {
      // The one that came second either got the first answer or hears that it is still being worked on.
      if (status !== each.endpoint.status) expect([status, code]).toEqual([409, "idempotency_conflict"]);
      else if (isReplay) expect(answers[0]?.body).toEqual(answers[1]?.body);
    }
    expect(answers.filter(({ status, isReplay }) => status === each.endpoint.status && !isReplay)).toHaveLength(1);
    expect(await send(first)).toMatchObject({ status: each.endpoint.status, isReplay: true });
  });

  test.each(named)("%s: somebody else's same key is a key of its own", async (_, each) => {
    const { send, first, created } = await trial(each);
    const answer = await send(first);
    const somebody = await newCaller(each.role === "anonymous" ? "participant" : each.role);
    const theirs = await send(first, somebody);
    expect(theirs).toMatchObject({ status: each.another ?? each.endpoint.status, isReplay: false });
    if (somebody.personId && each.role !== "anonymous") {
      expect(theirs.body).not.toEqual(answer.body);
      expect(await created(somebody)).toBe(1);
      expect(await created()).toBe(1);
    }
  });

  test("a request that failed may be sent again under its key", async () => {
    const editor = await signedIn(app, "editor");
    const headers = { "idempotency-key": newId() };
    const email = `${newId()}@example.org`;
    const body = { name: "Fay", email };
    const refused = await editor.call(catalogueContract.createFacilitator, { body, headers });
    expect(refused.status).toBe(404);
    const person = { name: "Fay", email, role: "facilitator", language: "en", isVerified: true } as const;
    await app.features.identity.createPerson(person);
    expect((await editor.call(catalogueContract.createFacilitator, { body, headers })).status).toBe(201);
  });

  test.each([["with a space"], ["x".repeat(201)], [""]])("the key %j is refused", async (key) => {
    const editor = await signedIn(app, "editor");
    const answer = await editor.call(catalogueContract.createWorkshop, {
      body: {},
      headers: { "idempotency-key": key },
    });
    expect([answer.status, answer.problem.issues?.[0]?.field]).toEqual([422, "Idempotency-Key"]);
  });
});

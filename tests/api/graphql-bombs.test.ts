import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statementsOf } from "../../src/server/testing/count-statements.ts";
import { ask, post } from "../../src/server/testing/graphql-client.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { bombs } from "./graphql-bombs.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

describe("a GraphQL bomb", () => {
  test.each(Object.entries(bombs))(
    "%s is refused before a statement is sent, every time",
    async (_, { query, status, code }) => {
      const statements = await statementsOf(app.db, async () => {
        for (let i = 0; i < 3; i++) {
          const answer = await ask(app.anonymous, query);
          expect(answer.status, JSON.stringify(answer.errors).slice(0, 500)).toBe(status);
          expect(answer.data).toBeUndefined();
          expect(answer.errors.length).toBeLessThanOrEqual(6);
          const [first] = answer.errors;
          const issues = first?.extensions.issues as { code: string }[] | undefined;
          expect(issues?.[0]?.code ?? first?.extensions.code).toBe(code);
        }
      });
      expect(statements).toEqual([]);
    },
  );

  test("in the variables is refused like one in any body", async () => {
    const query = "query ($q: String) { workshops(q: $q) { total } }";
    const headers = { "content-type": "application/json" };
    for (const q of [`${"[".repeat(5_000)}${"]".repeat(5_000)}`, '"a\\u0000b"', '"\\ud800"']) {
      const payload = `{"query":${JSON.stringify(query)},"variables":{"q":${q}}}`;
      const { status, text } = await app.anonymous.request({ method: "POST", url: "/api/graphql", payload, headers });
      expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([422, "invalid_input"]);
    }
    expect((await post(app.anonymous, { query, variables: { q: "x".repeat(70_000) } })).status).toBe(413);
  });

  test("is none: the largest pages of everything that one screen shows", async () => {
    const { errors } = await ask(
      app.anonymous,
      `{ tags { code name { en pl } } workshops(limit: 100) { total items { slug title { text } summary { text } startsAt city
        seatsLeft capacity facilitators tags { kind code name } sessions { startsAt endsAt location { name city } } } } }`,
    );
    expect(errors).toEqual([]);
  });
});

describe("the schema", () => {
  test("is told outside production", async () => {
    expect((await ask(app.anonymous, getIntrospectionQuery())).errors).toEqual([]);
  });
});

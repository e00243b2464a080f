import fc from "fast-check";
import { buildSchema, type GraphQLField, getNamedType, isEnumType, isObjectType, isRequiredArgument } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filledSite } from "../../src/server/graphql/filled-site.testing.ts";
import { typeDefs } from "../../src/server/graphql/schema.ts";
import type { Client } from "../../src/server/testing/client.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { anyCharacter } from "../../src/shared/kernel/any-character.testing.ts";

const requestsInAll = 600;
const schema = buildSchema(typeDefs);

let app: TestApp;
let clients: Client[];
beforeAll(async () => {
  app = await testApp();
  const { editor, guest } = await filledSite(app, 3);
  clients = [app.anonymous, editor, guest];
}, 120_000);
afterAll(() => app.close());

const nastyTexts = fc.oneof(
  fc.constantFrom(
    "",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "'; drop table people; --",
    "zażółć",
    "\u202e",
    "__proto__",
    "%",
    "9".repeat(400),
  ),
  fc.string({ unit: anyCharacter, maxLength: 20 }),
);
const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyTexts,
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, 2 ** 53, 0.5, [], {}, [[[]]], { a: { b: [null] } }),
);

/** Mostly what fits: a query with one fault in it gets no further than the fault. */
const mostly = <Value>(usual: Value, ...odd: Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 30 * odd.length, arbitrary: fc.constant(usual) }, ...odd.map((value) => fc.constant(value)));

/** A value as the query's text writes it; now and then what no text may hold. */
const written = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([name, inner]) => `${name}:${written(inner)}`)}}`;
};

type Field = GraphQLField<unknown, unknown>;

function fitting({ type }: Field["args"][number]): fc.Arbitrary<string> {
  const named = getNamedType(type);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map(({ name }) => name));
  if (named.name === "Int") return fc.integer({ min: 1, max: 20 }).map(String);
  const texts = ["2027-01-20", "warsztat", "workshop-1", "01900000-0000-7000-8000-000000000000", "W10"];
  return fc.constantFrom(...texts).map((text) => JSON.stringify(text));
}

const argumentOf = (argument: Field["args"][number]) =>
  fc
    .oneof({ weight: 12, arbitrary: fitting(argument) }, { weight: 1, arbitrary: nastyValue.map(written) })
    .map((value) => `${argument.name}: ${value}`);

function selectionOf(field: Field, depth: number): fc.Arbitrary<string> {
  const given = fc
    .subarray([...field.args])
    .map((some) => field.args.filter((each) => some.includes(each) || isRequiredArgument(each)))
    .chain((some) => fc.tuple(...some.map(argumentOf)));
  const inner = getNamedType(field.type);
  const selected = isObjectType(inner)
    ? depth > 0
      ? selectionsOf(Object.values(inner.getFields()), depth - 1)
      : fc.constant("{ __typename }")
    : mostly("", "{ id }");
  const alias = mostly("", "a: ", "b: ");
  const directive = mostly("", "@skip(if: false)", "@include(if: $yes)", "@nothing");
  return fc.record({ given, selected, alias, directive }).map(({ given, selected, alias, directive }) => {
    const inBrackets = given.length > 0 ? `(${given.join(", ")})` : "";
    return `${alias}${field.name}${inBrackets} ${directive} ${selected}`;
  });
}

const selectionsOf = (fields: Field[], depth: number): fc.Arbitrary<string> =>
  fc
    .subarray(fields, { minLength: 1, maxLength: Math.min(4, fields.length) })
    .chain((some) => fc.tuple(...some.map((field) => selectionOf(field, depth))))
    .chain((texts) => mostly("", "nothing ", "__typename ").map((more) => `{ ${more}${texts.join(" ")} }`));

const request = fc.record({
  query: fc.oneof(
    { weight: 20, arbitrary: selectionsOf(Object.values(schema.getQueryType()?.getFields() ?? {}), 5) },
    { weight: 1, arbitrary: nastyTexts },
  ),
  variables: fc.oneof(
    { weight: 8, arbitrary: fc.constant({ yes: true }) },
    fc.dictionary(fc.string({ maxLength: 5 }), nastyValue, { maxKeys: 3 }),
    nastyValue,
  ),
  client: fc.nat({ max: 2 }),
  named: mostly(false, true),
});

describe("bad input by GraphQL", () => {
  test("no generated query makes the server fail, and a compiled one answers as it did before", async () => {
    let ran = 0;
    await fc.assert(
      fc.asyncProperty(request, async ({ query: selections, variables, client, named }) => {
        const query = selections.includes("$yes") ? `query ($yes: Boolean!) ${selections}` : selections;
        const payload = JSON.stringify({ query, variables, ...(named ? { operationName: "Nothing" } : {}) });
        const headers = { "content-type": "application/json" };
        const answers: string[] = [];
        for (let time = 0; time < 3; time++) {
          const by = clients[client] ?? app.anonymous;
          const answer = await by.request({ method: "POST", url: "/api/graphql", payload, headers });
          expect(answer.status, `${payload}\n${answer.text}`).toBeLessThan(500);
          const { data, errors = [] } = JSON.parse(answer.text);
          for (const { extensions } of errors) expect(extensions).toMatchObject({ code: expect.any(String) });
          expect(data === undefined || answer.status === 200).toBe(true);
          answers.push(
            JSON.stringify({
              data,
              codes: errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code).sort(),
            }),
          );
          if (data) ran += 1;
        }
        expect(answers[1], payload).toBe(answers[0]);
        expect(answers[2], payload).toBe(answers[0]);
      }),
      { numRuns: requestsInAll / 3, endOnFailure: true },
    );
    expect(ran).toBeGreaterThan(requestsInAll / 20);
    expect((await app.anonymous.request({ url: "/ready" })).status).toBe(200);
  }, 120_000);
});

import { buildSchema, getNamedType, isListType, isNonNullType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { limits } from "../platform/http/graphql/limits.ts";
import { typeDefs } from "./schema.ts";

const schema = buildSchema(typeDefs);

const thousands = (count: number) => count.toLocaleString("en");

const reference = `# GraphQL

Made from \`src/server/graphql/schema.ts\`; change that file and run \`npx vitest run src/server/graphql -u\`.

\`/api/graphql\` reads the public catalogue and, for whoever is signed in, their own enrolments and responses. It has the
rules of the REST API and nothing beyond them; nothing is written here.

## Two examples

\`\`\`sh
curl -s localhost:3001/api/graphql -H 'content-type: application/json' -d '{
  "query": "query ($lang: Language) { workshops(lang: $lang, limit: 5) { items { title { text } seatsLeft sessions { startsAt location { city } } } } }",
  "variables": { "lang": "pl" }
}'
\`\`\`

Signed in, with the cookie of the login session:

\`\`\`graphql
{
  me {
    name
    enrolments(limit: 10) { items { status position workshop { title { text } startsAt page { facilitators } } } }
    responses(limit: 10) { items { status submittedAt questionnaire { title { en pl } } } }
  }
}
\`\`\`

## How to ask

- POST a JSON object with \`query\`, \`variables\` and \`operationName\`. A text may have several operations; one is run.
- A query can be known by its SHA-256 (\`extensions.persistedQuery\`, as Apollo's clients send it). The first time it is
  POSTed with its text; from then on POST or GET \`?extensions={"persistedQuery":{"version":1,"sha256Hash":"…"}}&variables={…}\`
  is enough. \`PersistedQueryNotFound\` asks for the text again. GET takes no \`query\`.
- Errors stand in \`errors\`, beside what was found. \`extensions\` has the \`code\`, \`status\`, \`requestId\` and \`issues\` of REST's
  problems; \`message\` is in the reader's language, but for faults of the query's own text.
- A query that ran answers 200. One that was refused has the status of its error, and so has one that found nothing because
  of a fault of ours.

## What a query may ask for

| | at most |
|---|---|
| its text; the whole request | ${thousands(limits.sourceBytes)} bytes; ${thousands(limits.bodyBytes)} bytes |
| tokens; fields; aliases | ${thousands(limits.tokens)}; ${limits.fields}; ${limits.aliases} |
| levels of fields | ${limits.depth} |
| cost: fields times the lengths of the lists they are in; each field of \`Query\` counts ${limits.rootFieldCost} | ${thousands(limits.cost)} |

A list counts as long as its \`limit\`, as 100 when a variable gives it, and as \`@listSize\` says where it has none.

## The schema

\`\`\`graphql
${typeDefs.trim()}
\`\`\`
`;

describe("the schema", () => {
  test("docs/reference/graphql.md is fresh", async () => {
    await expect(reference).toMatchFileSnapshot("../../../docs/reference/graphql.md");
  });

  test("says of every list of objects how long it is taken to be", () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith("__"),
    );
    const fields = types.flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []));
    const lists = fields.filter(({ type }) => {
      const isList = isListType(isNonNullType(type) ? type.ofType : type);
      return isList && isObjectType(getNamedType(type));
    });
    const silent = lists.filter(({ astNode }) => !astNode?.directives?.some(({ name }) => name.value === "listSize"));
    expect(lists.length).toBeGreaterThan(10);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test("has nothing that writes", () => {
    expect([schema.getMutationType(), schema.getSubscriptionType()]).toEqual([undefined, undefined]);
  });
});

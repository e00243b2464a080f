import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogueContract } from "../../shared/catalogue/contract.ts";
import { enrolmentContract } from "../../shared/enrolment/contract.ts";
import { questionnairesContract } from "../../shared/questionnaires/contract.ts";
import { responsesContract } from "../../shared/responses/contract.ts";
import { sql } from "../platform/db/sql.ts";
import { ask, get, post } from "../testing/graphql-client.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { filledSite, type SignedIn } from "./filled-site.testing.ts";

let app: TestApp;
let guest: SignedIn;
beforeAll(async () => {
  app = await testApp();
  ({ guest } = await filledSite(app, workshopsInAll));
}, 120_000);
afterAll(() => app.close());

const workshopsInAll = 10;
const text = "{ text language }";
const card = `id slug title ${text} summary ${text} languages tags { kind code name } startsAt endsAt timeZone city isOnline
  capacity seatsLeft hasWaitingList priceCents currency facilitators`;
const place = "{ name address city }";
const page = `${card} status slugs { en pl } subtitle ${text} description { document language } objectives ${text}
  requirements ${text} needsApproval facilitatorProfiles { name part bio ${text} } location ${place} publishedAt updatedAt
  sessions { id title ${text} description ${text} startsAt endsAt location ${place} isOnline }`;

describe("the same as REST, in the form that was asked for", () => {
  test.each(["en", "pl"] as const)("a list in %s", async (lang) => {
    const { data, errors } = await ask(
      app.anonymous,
      `query ($lang: Language) { workshops(lang: $lang, limit: 5) { total isTotalExact nextCursor items { ${card} } } }`,
      { lang },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      workshops: await app.anonymous.ok(catalogueContract.listWorkshops, { query: { lang, limit: 5 } }),
    });
  });

  test("the next page, a search, and days", async () => {
    const rest = (query: object) => app.anonymous.ok(catalogueContract.listWorkshops, { query });
    const { nextCursor } = await rest({ limit: 5 });
    const variables = { cursor: nextCursor, from: "2027-01-20", to: "2027-01-25", q: "warsztat" };
    const { data } = await ask(
      app.anonymous,
      `query ($cursor: String, $from: Day, $to: Day, $q: String) {
        next: workshops(limit: 5, cursor: $cursor) { items { id } }
        days: workshops(from: $from, to: $to) { total }
        found: workshops(lang: pl, q: $q) { total }
      }`,
      variables,
    );
    expect(data).toEqual({
      next: { items: (await rest({ limit: 5, cursor: nextCursor })).items.map(({ id }) => ({ id })) },
      days: { total: (await rest({ from: variables.from, to: variables.to })).total },
      found: { total: (await rest({ lang: "pl", q: variables.q })).total },
    });
    expect(data).toMatchObject({ days: { total: 6 }, found: { total: workshopsInAll } });
  });

  test("a workshop alone, and the same among others", async () => {
    const [first] = (await app.anonymous.ok(catalogueContract.listWorkshops, { query: { lang: "pl" } })).items;
    const params = { slug: first?.slug ?? "" };
    const workshop = await app.anonymous.ok(catalogueContract.getWorkshop, { params, query: { lang: "pl" } });
    const query = `query ($slug: String!) { workshop(slug: $slug, lang: pl) { ${page} } workshops(lang: pl, limit: 1) { items { ${page} } } }`;
    const { data, errors } = await ask(app.anonymous, query, params);
    expect(errors).toEqual([]);
    expect(data).toEqual({ workshop, workshops: { items: [workshop] } });
  });

  test("tags, and a questionnaire", async () => {
    const row = await app.db.one<{ id: string }>(sql`select id from questionnaires limit 1`);
    const both = "{ en pl }";
    const { data, errors } = await ask(
      app.anonymous,
      `query ($id: ID!) { tags { id kind code name ${both} } questionnaire(id: $id) {
        id version languages audience identityMode status opensAt closesAt workshop { id title ${both} slugs ${both} }
        title ${both} introduction ${both} thanks ${both}
        sections { id title ${both} questions { id kind code text ${both} isRequired showIf { join tests { question is value } } options { code label ${both} } } } } }`,
      { id: row.id },
    );
    expect(errors).toEqual([]);
    const rest = await app.anonymous.ok(questionnairesContract.getPublished, { params: { questionnaireId: row.id } });
    const { content, ...questionnaire } = rest;
    expect(data).toMatchObject({ ...(await tags()), questionnaire });
    const sections = (data as { questionnaire: { sections: { questions: { code: string }[] }[] } }).questionnaire
      .sections;
    const codes = (from: { questions: { code: string }[] }[]) =>
      from.flatMap(({ questions }) => questions.map(({ code }) => code));
    expect(codes(sections)).toEqual(codes(content.sections));
    expect(codes(sections).length).toBeGreaterThan(0);
  });

  const tags = async () => ({ tags: (await app.anonymous.ok(catalogueContract.listTags)).items });

  test("one's own enrolments and responses, with what they are about", async () => {
    const { data, errors } = await ask(
      guest,
      `{ me { name email role
        enrolments(lang: pl, limit: 3) { total nextCursor items { id workshopId status position offeredUntil createdAt
          workshop { slug title ${text} startsAt endsAt timeZone isCancelled page { slug facilitators sessions { startsAt } } } } }
        responses(limit: 3) { total nextCursor items { id questionnaireId version status language answers revision updatedAt
          submittedAt questionnaire { id title { en } workshop { slugs { pl } } } } } } }`,
    );
    expect(errors).toEqual([]);
    const enrolments = await guest.ok(enrolmentContract.listMyEnrolments, { query: { lang: "pl", limit: 3 } });
    const responses = await guest.ok(responsesContract.listMyResponses, { query: { limit: 3 } });
    expect(data).toMatchObject({ me: { email: guest.email, role: "participant", enrolments, responses } });
    expect(data).toMatchObject({
      me: { enrolments: { items: [{ workshop: { page: { facilitators: ["Ada Nowak"] } } }, {}, {}] } },
    });
    expect(data).toMatchObject({
      me: { responses: { items: [{ questionnaire: { title: { en: expect.any(String) } } }, {}, {}] } },
    });
  });
});

describe("queries that are known by their hash", () => {
  const query = "query Tags { tags { code } }";
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const extensions = { persistedQuery: { version: 1, sha256Hash } };

  test("are asked for by POST, learned, and then by GET too", async () => {
    const unknown = await get(app.anonymous, { extensions: JSON.stringify(extensions) });
    expect(unknown.errors[0]).toMatchObject({
      message: "PersistedQueryNotFound",
      extensions: { code: "PERSISTED_QUERY_NOT_FOUND" },
    });
    const learned = await post(app.anonymous, { query, extensions });
    expect(learned.data).toMatchObject({ tags: expect.any(Array) });
    expect(await get(app.anonymous, { extensions: JSON.stringify(extensions), variables: "{}" })).toMatchObject({
      status: 200,
      data: learned.data,
    });
    expect((await post(app.anonymous, { extensions })).data).toEqual(learned.data);
  });

  test("are not learned under another's hash, nor when they do not run", async () => {
    const other = await post(app.anonymous, { query: "{ tags { id } }", extensions });
    expect(other).toMatchObject({ status: 422, errors: [{ extensions: { code: "invalid_input" } }] });
    const broken = "{ nothing }";
    const hash = { persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(broken).digest("hex") } };
    expect((await post(app.anonymous, { query: broken, extensions: hash })).status).toBe(400);
    expect((await post(app.anonymous, { extensions: hash })).errors[0]?.message).toBe("PersistedQueryNotFound");
  });

  test("an address carries no query of its own", async () => {
    expect((await get(app.anonymous, { query: "{ tags { id } }" })).status).toBe(422);
  });
});

describe("what goes wrong", () => {
  test("has the codes of REST's problems, in the reader's language, beside what was found", async () => {
    const query = '{ workshop(slug: "nothing-here") { id } me { name } tags { code } workshops(limit: 900) { total } }';
    const answer = await post(app.anonymous, { query }, { "accept-language": "pl" });
    expect(answer).toMatchObject({
      status: 200,
      data: { workshop: null, me: null, workshops: null, tags: expect.any(Array) },
    });
    const told = answer.errors.map(({ path, message, extensions }) => [path?.[0], extensions.code, message]);
    expect(told.sort()).toEqual([
      ["me", "not_signed_in", "Najpierw się zaloguj."],
      ["workshop", "not_found", "Tu niczego nie ma."],
      ["workshops", "invalid_input", "Część przesłanych danych jest nieprawidłowa."],
    ]);
    expect(answer.errors.find(({ path }) => path?.[0] === "workshops")?.extensions.issues).toMatchObject([
      { field: "limit", code: "too_big" },
    ]);
  });

  test("on our side is told without its text, and answers 500 when there is nothing else", async () => {
    const { listTags } = app.features.catalogue;
    app.features.catalogue.listTags = async () => {
      throw new Error("connection string postgresql://secret");
    };
    for (let i = 0; i < 3; i++) {
      const answer = await ask(app.anonymous, "query Broken { tags { code } }");
      expect(answer).toMatchObject({
        status: 500,
        data: { tags: null },
        errors: [{ extensions: { code: "internal" } }],
      });
      expect(JSON.stringify(answer)).not.toContain("secret");
    }
    app.features.catalogue.listTags = listTags;
  });

  test("a text with two operations runs the one that is named, however often", async () => {
    const query = "query One { tags { code } } query Two { workshops(limit: 1) { total } }";
    for (let i = 0; i < 3; i++) {
      expect((await post(app.anonymous, { query, operationName: "One" })).data).toHaveProperty("tags");
      expect((await post(app.anonymous, { query, operationName: "Two" })).data).toHaveProperty("workshops");
    }
    for (const operationName of ["Three", undefined]) {
      expect((await post(app.anonymous, { query, operationName })).errors[0]?.extensions.issues).toMatchObject([
        { code: "unknown_operation" },
      ]);
    }
  });

  test("several requests in one, another content type, or another site's page", async () => {
    expect((await post(app.anonymous, [{ query: "{ tags { id } }" }])).status).toBe(422);
    const form = { method: "POST", url: "/api/graphql", payload: "query={tags{id}}" } as const;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await app.anonymous.request({ ...form, headers })).status).toBe(415);
    const json = { ...form, payload: { query: "{ tags { id } }" }, headers: { "sec-fetch-site": "cross-site" } };
    expect((await app.anonymous.request(json)).status).toBe(403);
  });
});

describe("what the schema is", () => {
  const asked = "{ __schema { queryType { name } } }";
  const inProduction = async (settings: Record<string, string>) => {
    const production = await testApp({ databaseUrl: app.url, settings: { NODE_ENV: "production", ...settings } });
    try {
      return await ask(production.anonymous, asked);
    } finally {
      await production.close();
    }
  };

  test("is told outside production, and there only when a setting says so", async () => {
    const told = { __schema: { queryType: { name: "Query" } } };
    expect((await ask(app.anonymous, asked)).data).toEqual(told);
    const { data, errors } = await inProduction({});
    expect(data).toBeUndefined();
    expect(errors.map(({ message }) => message)).toContainEqual(expect.stringContaining("__schema"));
    expect((await inProduction({ GRAPHQL_INTROSPECTION: "1" })).data).toEqual(told);
  });
});

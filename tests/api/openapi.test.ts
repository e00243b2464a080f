import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { addFacilitator, readyContent, sessionIn } from "../../src/server/testing/test-workshops.ts";
import { catalogueContract } from "../../src/shared/catalogue/contract.ts";
import { paragraphs } from "../../src/shared/catalogue/rich-text.ts";
import { enrolmentContract } from "../../src/shared/enrolment/contract.ts";
import { identityContract } from "../../src/shared/identity/contract.ts";
import { errorStatus } from "../../src/shared/kernel/error.ts";
import { newId } from "../../src/shared/kernel/id.ts";
import { allEndpoints } from "./contracts.ts";
import { type OpenApi, type Operation, operationsOf } from "./requests-from-openapi.ts";

interface Document extends OpenApi {
  openapi: string;
  info: { title: string; version: string };
}

let app: TestApp;
let document: Document;
let operations: Operation[];
beforeAll(async () => {
  app = await testApp();
  const answer = await app.anonymous.request({ url: "/api/openapi.json" });
  expect(answer.headers["content-type"]).toMatch(/^application\/json/);
  document = JSON.parse(answer.text);
  operations = operationsOf(document);
});
afterAll(() => app.close());

/** The routes of the server itself, such as `GET /api/v1/tags`, read from the tree that its router prints. */
function servedRoutes(): string[] {
  const steps: string[] = [];
  const lines = app.app.server.printRoutes({ commonPrefix: false }).split("\n");
  return lines.flatMap((line) => {
    const [, indent = "", step = "", methods = ""] = /^(.*?)[└├]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    steps.splice(indent.length / 4, steps.length, step);
    const address = steps.join("").replace(/:(\w+)/g, "{$1}");
    return methods === "" ? [] : methods.split(", ").map((method) => `${method} ${address}`);
  });
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : referencesIn(inner),
  );
}

function resolved(reference: string): unknown {
  const steps = reference.replace(/^#\//, "").split("/");
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
}

const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe("the OpenAPI document", () => {
  test("is OpenAPI 3.1 with all that it requires", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.stringMatching(/./), version: expect.stringMatching(/./) });
    for (const { id, path, parameters } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
      expect(described.sort(), id).toEqual(inPath.sort());
      expect(repeated(parameters.map((parameter) => `${parameter.in} ${parameter.name}`)), id).toEqual([]);
    }
  });

  test("describes every route of the API, and nothing else", () => {
    const described = operations.map(({ method, path }) => `${method} ${path}`);
    const served = servedRoutes().filter((route) => / \/api\/v1\//.test(route) && !route.startsWith("HEAD "));
    expect(served.length).toBeGreaterThan(50);
    expect(described.sort()).toEqual(served.sort());
    expect(described.sort()).toEqual(allEndpoints.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test("resolves every reference", () => {
    const references = [...new Set(referencesIn(document))];
    expect(references).toContain("#/components/schemas/Problem");
    expect(references.filter((reference) => !reference.startsWith("#/") || resolved(reference) === undefined)).toEqual(
      [],
    );
  });

  test("gives every operation a name of its own, and says who may call it and how it fails", () => {
    expect(repeated(operations.map(({ id }) => id))).toEqual([]);
    const public_ = allEndpoints.filter(({ access }) => access === "public").map(({ id }) => id);
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const { operationId, security, responses } = operation as unknown as Described;
        const isPublic = public_.includes(operationId);
        expect(security.length === 0, `${method} ${path}`).toBe(isPublic);
        expect(
          Object.keys(responses).some((status) => status.startsWith("2")),
          `${method} ${path}`,
        ).toBe(true);
        if (!isPublic) expect(responses["401"], `${method} ${path}`).toBeDefined();
      }
    }
  });
});

interface Described {
  operationId: string;
  security: unknown[];
  responses: Record<string, unknown>;
}

describe("lists", () => {
  test("never carry long descriptions", async () => {
    const mark = "Only on the page itself";
    const admin = await app.as("admin");
    const facilitatorId = await addFacilitator(app.db);
    const session = sessionIn(24 * 30, { description: { en: mark, pl: mark } });
    const content = readyContent({
      description: { en: paragraphs(mark), pl: paragraphs(mark) },
      facilitators: [{ facilitatorId, part: "lead" }],
      sessions: [session],
    });
    const { id: workshopId } = await admin.ok(catalogueContract.createWorkshop, { body: { content } });
    const params = { workshopId };
    await admin.ok(catalogueContract.publish, { params, body: { language: "en", version: 1 } });
    await admin.ok(enrolmentContract.enrol, { params, body: { isConfirmed: true } });

    const lists = operations.filter(({ method, parameters }) => method === "GET" && isList(parameters));
    expect(lists.map(({ id }) => id)).toEqual(expect.arrayContaining(["listWorkshops", "listStudioWorkshops"]));
    for (const { id, path } of lists) {
      const answer = await admin.request({ url: path.replace("{workshopId}", workshopId) });
      expect([id, answer.status]).toEqual([id, 200]);
      expect(answer.text.includes(mark), id).toBe(false);
    }
    const { items } = await admin.ok(catalogueContract.listWorkshops);
    const { slug = "" } = items.find((item) => item.id === workshopId) ?? {};
    const page = await admin.ok(catalogueContract.getWorkshop, { params: { slug } });
    expect(JSON.stringify(page)).toContain(mark);
  });
});

const isList = (parameters: Operation["parameters"]) => parameters.some(({ name }) => name === "cursor");

describe("errors", () => {
  const json = { "content-type": "application/json" };
  const failures = [
    [
      "a bad request",
      { method: "POST", url: identityContract.signIn.path, payload: "{", headers: json },
      "malformed_request",
    ],
    ["nobody signed in", { url: identityContract.getProfile.path }, "not_signed_in"],
    ["an unknown thing", { url: "/api/v1/workshops/no-such-workshop" }, "not_found"],
    ["an unknown address", { url: "/api/v1/nothing" }, "not_found"],
    ["another method", { method: "DELETE", url: "/api/v1/tags" }, "method_not_allowed"],
    ["invalid input", { url: "/api/v1/workshops?limit=0" }, "invalid_input"],
    ["an id that is none", { url: "/api/v1/questionnaires/1" }, "invalid_input"],
    ["an unknown parameter", { url: `/api/v1/workshops?page=${newId()}` }, "invalid_input"],
  ] as const;

  test.each(failures)("%s is a problem as RFC 9457 has it", async (_, request, code) => {
    const answer = await app.anonymous.request(request);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("private, no-store");
    const problem = JSON.parse(answer.text);
    expect(problem).toMatchObject({ type: `/api/docs#${code}`, code, status: errorStatus[code] });
    expect(answer.status).toBe(errorStatus[code]);
    expect(problem.title).toMatch(/\.$/);
    expect(problem.requestId).toBe(answer.headers["x-request-id"]);
    expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("the type of a problem leads to its explanation", async () => {
    const page = await app.anonymous.request({ url: "/api/docs" });
    for (const code of Object.keys(errorStatus)) expect(page.text).toContain(`id="${code}"`);
  });

  const english = "There is nothing here.";
  const polish = "Tu niczego nie ma.";
  test.each([
    ["", undefined, english],
    ["", "pl", polish],
    ["", "pl-PL,pl;q=0.9,en;q=0.5", polish],
    ["", "en;q=0.4, pl;q=0.8", polish],
    ["", "de, fr;q=0.5", english],
    ["?lang=pl", undefined, polish],
    ["?lang=en", "pl", english],
    ["?lang=pl", "en", polish],
  ])("are told in the reader's language: %s, Accept-Language %s", async (search, accepted, title) => {
    const url = `/api/v1/workshops/no-such-workshop${search}`;
    const headers: Record<string, string> = accepted ? { "accept-language": accepted } : {};
    const answer = await app.anonymous.request({ url, headers });
    expect(JSON.parse(answer.text).title).toBe(title);
  });

  test("are told in one's own language when the browser names none", async () => {
    const person = await app.as("participant");
    await person.ok(identityContract.updateProfile, { body: { language: "pl" } });
    const url = "/api/v1/workshops/no-such-workshop";
    expect(JSON.parse((await person.request({ url })).text).title).toBe(polish);
    const headers = { "accept-language": "en" };
    expect(JSON.parse((await person.request({ url, headers })).text).title).toBe(english);
  });
});

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../src/server/testing/client.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { catalogueContract } from "../../src/shared/catalogue/contract.ts";
import { identityContract } from "../../src/shared/identity/contract.ts";
import { roles } from "../../src/shared/kernel/permission.ts";
import { questionnairesContract } from "../../src/shared/questionnaires/contract.ts";
import { type OpenApi, type Operation, operationsOf, valuesFor } from "./requests-from-openapi.ts";

const requestsInAll = 5_000;
const json = { "content-type": "application/json" };

let app: TestApp;
let clients: Client[];
let ids: string[];
let operations: Operation[];

beforeAll(async () => {
  // Nearly every request here fails on purpose.
  app = await testApp({ settings: { LIMIT_MAX: "1000000" } });
  const people = await Promise.all(roles.map((role) => app.as(role)));
  const [, , , editor, admin] = people;
  if (!editor || !admin) throw new Error("no editor");
  const workshop = await editor.ok(catalogueContract.createWorkshop, {
    body: { content: { title: { en: "Values" } } },
  });
  const questionnaire = await editor.ok(questionnairesContract.create, { body: { workshopId: workshop.id } });
  const place = await admin.ok(catalogueContract.createLocation, { body: { name: "Hall" } });
  const facilitator = await admin.ok(catalogueContract.createFacilitator, { body: { name: "Fay" } });
  ids = [workshop.id, questionnaire.id, place.id, facilitator.id, ...people.map(({ personId }) => personId)];
  clients = [app.anonymous, ...people];
  const document = await app.anonymous.request({ url: "/api/openapi.json" });
  operations = operationsOf(JSON.parse(document.text) as OpenApi);
}, 120_000);
afterAll(() => app.close());

/** One generated request: path, query and body mostly fit the contract, so that they reach what lies behind it. */
function requestTo({ method, path, parameters, body }: Operation) {
  const values = fc.record(Object.fromEntries(parameters.map(({ name, schema }) => [name, valuesFor(schema, ids)])));
  const given = body ? fc.option(valuesFor(body, ids), { nil: undefined, freq: 8 }) : fc.constant(undefined);
  return fc.record({ values, given, client: fc.nat({ max: clients.length - 1 }) }).map(({ values, given, client }) => {
    const text = (name: string) => encode(values[name]);
    const places = new Map(parameters.map((parameter) => [parameter.name, parameter.in]));
    const names = (place: string) => [...places].filter(([, each]) => each === place).map(([name]) => name);
    const query = names("query").filter((name) => values[name] !== undefined && values[name] !== null);
    const search = query.map((name) => `${name}=${text(name)}`).join("&");
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => text(name) || "-") + (search ? `?${search}` : "");
    return { method: method as "GET", url, payload: given === undefined ? undefined : JSON.stringify(given), client };
  });
}

/** As a client would write it into an address; a lone surrogate cannot be written at all. */
function encode(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return encodeURIComponent(text.toWellFormed()).slice(0, 3_000);
}

/** What no answer may be. Thousands are looked at, and an assertion takes as long as a request. */
function faultOf({ status, headers, text }: Awaited<ReturnType<Client["request"]>>): string | undefined {
  if (status >= 500) return "a failure of the server";
  if (status < 400) return undefined;
  if (!String(headers["content-type"]).startsWith("application/problem+json")) return "a refusal that is no problem";
  const problem = JSON.parse(text) as { status: unknown; code: unknown };
  const isWhole = problem.status === status && typeof problem.code === "string";
  return isWhole ? undefined : "a problem without its status or its code";
}

describe("bad input", () => {
  test("no generated request makes the server fail, and every refusal is a problem", async () => {
    const runs = Math.ceil(requestsInAll / operations.length);
    let sent = 0;
    for (const operation of operations) {
      await fc.assert(
        fc.asyncProperty(requestTo(operation), async ({ client, payload, ...request }) => {
          sent += 1;
          const headers: Record<string, string> = payload === undefined ? {} : json;
          const answer = await (clients[client] ?? app.anonymous).request({
            ...request,
            headers,
            ...(payload === undefined ? {} : { payload }),
          });
          const wrong = faultOf(answer);
          if (wrong) throw new Error(`${wrong}: ${request.method} ${request.url} ${payload}\n${answer.text}`);
        }),
        { numRuns: runs, endOnFailure: true },
      );
    }
    expect(sent).toBeGreaterThanOrEqual(requestsInAll);
    expect((await app.anonymous.request({ url: "/ready" })).status).toBe(200);
  }, 180_000);

  const register = { method: "POST" as const, url: identityContract.register.path, headers: json };

  test.each([
    ["a body of 10 MB", { payload: `"${"x".repeat(10 * 1024 * 1024)}"` }, 413, "payload_too_large"],
    ["a body that is not JSON", { payload: "{name:" }, 400, "malformed_request"],
    ["broken UTF-8", { payload: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }, 400, "malformed_request"],
    ["100,000 levels of nesting", { payload: `${"[".repeat(100_000)}${"]".repeat(100_000)}` }, 422, "invalid_input"],
    ["a poisoned key", { payload: '{"__proto__":{"role":"admin"}}' }, 400, "malformed_request"],
    [
      "another type of content",
      { payload: "<a/>", headers: { "content-type": "text/xml" } },
      415,
      "unsupported_media_type",
    ],
  ])("%s is refused", async (_, request, status, code) => {
    const answer = await app.anonymous.request({ ...register, ...request });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text).code).toBe(code);
  });

  test("what is wrong is named by field and in the reader's language", async () => {
    const answer = await app.anonymous.request({
      ...register,
      headers: { ...json, "accept-language": "pl" },
      payload: JSON.stringify({ name: "a\u0000b", email: "x@example.org", password: "seven green bicycles" }),
    });
    expect(answer.status).toBe(422);
    const { issues, title } = JSON.parse(answer.text);
    expect(issues).toEqual([{ field: "name", code: "unreadable_text", message: "Zawiera niedozwolone znaki." }]);
    expect(title).toBe("Część przesłanych danych jest nieprawidłowa.");
  });

  test("a request that another site made the browser send is refused", async () => {
    const payload = JSON.stringify({ email: "a@example.org", password: "x" });
    const request = { method: "POST" as const, url: identityContract.signIn.path, payload };
    const tells: Record<string, string>[] = [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }];
    for (const headers of tells) {
      const answer = await app.anonymous.request({ ...request, headers: { ...json, ...headers } });
      expect(JSON.parse(answer.text).code).toBe("cross_site_request");
    }
  });

  test("an unknown address, and a method that an address does not have", async () => {
    expect((await app.anonymous.request({ url: "/api/v1/nothing" })).status).toBe(404);
    expect((await app.anonymous.request({ method: "DELETE", url: "/api/v1/workshops" })).status).toBe(405);
  });
});

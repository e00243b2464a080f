import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishedWorkshop } from "../../src/server/testing/published-workshop.ts";
import { listenOn, rawGet, rawRequest } from "../../src/server/testing/raw-http.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";

let app: TestApp;
let port: number;
let clean: string;

/** A page that shows what was searched for, so that each attack can have an address of its own. */
const pageOf = (word: string) => `/en/workshops?q=${word}`;
const textOf = async (target: string, ...headers: string[]) => (await rawGet(port, target, headers)).body.toString();

beforeAll(async () => {
  app = await testApp();
  await publishedWorkshop(app, await app.as("admin"));
  port = await listenOn(app.app.server);
  clean = await textOf(pageOf("clean"));
});
afterAll(() => app.close());

let attacks = 0;
const newWord = () => `w${String(++attacks).padStart(4, "0")}`;

/** What everybody gets at the address afterwards is what they would have got without the attack. */
async function expectClean(word: string): Promise<void> {
  for (const _ of ["made or kept", "kept"]) {
    const { status, headers, body } = await rawGet(port, pageOf(word));
    expect(status).toBe(200);
    expect(body.toString()).toBe(clean.replaceAll("clean", word));
    expect(JSON.stringify(headers)).not.toContain("evil");
  }
}

describe("what no cache has in its key changes no page:", () => {
  test.each([
    "X-Forwarded-Host: evil.example",
    "X-Forwarded-Proto: evil",
    "X-Forwarded-For: 6.6.6.6",
    "X-Forwarded-Prefix: /evil",
    "X-Host: evil.example",
    "Forwarded: host=evil.example;proto=https",
    "X-Original-URL: /pl",
    "X-Rewrite-URL: /pl",
    "X-HTTP-Method-Override: DELETE",
    "X-HTTP-Method: POST",
    "Accept-Language: pl",
    "Accept: application/evil",
    "Cookie: evil=1; workshopsai_session=evil; workshopsai_return=%2Fevil",
    "Authorization: Bearer evil",
    "Origin: https://evil.example",
    "Referer: https://evil.example",
    "Cache-Control: no-store",
    "Range: bytes=0-3",
    "Content-Type: text/evil",
    "Sec-Fetch-Site: cross-site",
    "X-Request-Id: evil",
    "Accept-Encoding: evil;;;q=9",
  ])("%s", async (header) => {
    const word = newWord();
    await rawGet(port, pageOf(word), [header]);
    await expectClean(word);
  });

  test("another Host, none, and HTTP/1.0", async () => {
    const word = newWord();
    const other = await rawRequest(port, [`GET ${pageOf(word)} HTTP/1.1`, "Host: evil.example", "Connection: close"]);
    expect(other.body.toString()).toBe(clean.replaceAll("clean", word));
    await rawRequest(port, [`GET ${pageOf(word)} HTTP/1.0`]);
    await expectClean(word);
    const old = await rawRequest(port, [`GET ${pageOf(word)} HTTP/1.0`]);
    expect(old).toMatchObject({ status: 200, headers: { connection: "close" } });
    expect(old.body.toString()).toBe(clean.replaceAll("clean", word));
  });
});

describe("other spellings of an address", () => {
  const spellings = (word: string) => [
    `/en/workshops?evil=1&q=${word}`,
    `/en/workshops?q=${word}&utm_source=evil&lang=pl`,
    `/en/workshops?q=evil&q=${word}`,
    `/en/workshops?q=${word}&tag=&from=evil&to=0000&cursor=`,
    `/en/workshops/?q=${word}`,
    `/%65n/workshops?q=${word}`,
    `/en/%77orkshops?q=${word}`,
    `http://evil.example/en/workshops?q=${word}`,
    `/en/workshops?q=${word}&${"e=vil&".repeat(1_500)}`,
  ];

  test("get the very same page, whose links lead to its one address", async () => {
    for (const at of spellings("").keys()) {
      const word = newWord();
      const spelling = spellings(word)[at] ?? "";
      for (const _ of [1, 2]) {
        const answer = await rawGet(port, spelling, ["Accept-Language: pl"]);
        expect([spelling, answer.body.toString()]).toEqual([spelling, clean.replaceAll("clean", word)]);
      }
      await expectClean(word);
    }
  });

  test.each([
    "/EN/workshops",
    "//en/workshops",
    "/en//workshops",
    "/en/../en/workshops",
    "/en/%2e%2e/pl/workshops",
    "/en/workshops%00",
    "/en/workshops;evil=1",
    "/en/workshops/Mediation-In-A-Team",
    "/de/workshops",
    "/en/workshops#evil",
    "/en/workshops?q=a#evil",
  ])("that are not ours are refused and kept nowhere: %s", async (target) => {
    const before = app.app.ready.stats().entries;
    const answer = await rawGet(port, target);
    expect([400, 404]).toContain(answer.status);
    if (answer.headers["cache-control"]) expect(answer.headers["cache-control"]).toBe("private, no-store");
    expect(app.app.ready.stats().entries).toBe(before);
  });

  test("the API refuses what it does not know, and a parameter twice", async () => {
    for (const query of [
      "lang=en&evil=1",
      "q=a&q=b",
      "limit=5&limit=5",
      "LANG=pl",
      "q[]=a",
      "limit=1e1000",
      "lang=de",
    ]) {
      const answer = await rawGet(port, `/api/v1/workshops?${query}`);
      expect([query, answer.status, answer.headers["cache-control"]]).toEqual([query, 422, "private, no-store"]);
    }
  });

  test("order and defaults of parameters make no other answer, and an overlong request is refused", async () => {
    const answers = ["lang=en&limit=20&q=x", "q=x&limit=20&lang=en", "q=x", "q=%20x%20"].map((query) =>
      rawGet(port, `/api/v1/workshops?${query}`),
    );
    const etags = (await Promise.all(answers)).map(({ headers }) => headers.etag);
    expect(new Set(etags).size).toBe(1);
    expect((await rawGet(port, `/en/workshops?q=${"a".repeat(20_000)}`)).status).toBe(431);
  });
});

test("only GET and HEAD get what lies ready", async () => {
  const word = newWord();
  await expectClean(word);
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "get"]) {
    const lines = [`${method} ${pageOf(word)} HTTP/1.1`, "Host: localhost", "Connection: close", "Content-Length: 0"];
    expect((await rawRequest(port, lines)).status).toBeGreaterThanOrEqual(400);
  }
  await expectClean(word);
});

test("hundreds of addresses of one page fill neither the index nor its tags", async () => {
  const { entries } = app.app.ready.stats();
  const requests = Array.from({ length: 500 }, (_, at) => `GET /en?evil=${at} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await rawRequest(port, [`${requests.join("")}GET /en HTTP/1.1`, "Host: x", "Connection: close"]);
  const stats = app.app.ready.stats();
  expect(stats.entries).toBeGreaterThan(entries);
  expect(stats.entries).toBeLessThanOrEqual(5_000);
  expect(stats.bytes).toBeLessThanOrEqual(32 * 1024 * 1024);
});

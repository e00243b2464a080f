import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { questionnaireContent } from "../../src/server/questionnaires/questionnaire.testing.ts";
import { publishedWorkshop } from "../../src/server/testing/published-workshop.ts";
import { listenOn, rawGet, rawRequest } from "../../src/server/testing/raw-http.ts";
import { type SignedIn, type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { catalogueContract } from "../../src/shared/catalogue/contract.ts";
import { enrolmentContract } from "../../src/shared/enrolment/contract.ts";
import { questionnairesContract } from "../../src/shared/questionnaires/contract.ts";

let app: TestApp;
let editor: SignedIn;
let port: number;
let workshop: Awaited<ReturnType<typeof publishedWorkshop>>;
let questionnaireId: string;

beforeAll(async () => {
  app = await testApp();
  editor = await app.as("admin");
  workshop = await publishedWorkshop(app, editor, { changes: { capacity: 3 } });
  questionnaireId = await publishedQuestionnaire();
  port = await listenOn(app.app.server);
});
afterAll(() => app.close());

async function publishedQuestionnaire(): Promise<string> {
  const body = { content: questionnaireContent(), workshopId: null };
  const { id } = await editor.ok(questionnairesContract.create, { body });
  const params = { questionnaireId: id };
  await editor.ok(questionnairesContract.publish, { params, body: { version: 1, languages: ["en", "pl"] } });
  return id;
}

const get = async (target: string, ...headers: string[]) => {
  const answer = await rawGet(port, target, headers);
  return {
    ...answer,
    text: answer.body.toString(),
    isReady: answer.headers["server-timing"]?.includes('desc="ready"') ?? false,
  };
};

const paths = [
  "/en",
  "/pl/workshops?q=mediacje",
  "/en/workshops/mediation-in-a-team",
  "/api/v1/workshops?lang=pl&limit=5",
  "/api/v1/workshops/mediation-in-a-team",
  "/api/v1/tags",
  "/sitemap.xml",
  "/robots.txt",
  "/theme.js",
  "/favicon.svg",
  "/api/openapi.json",
  "/api/docs",
];

describe("a public answer", () => {
  test.each(paths)("%s comes from before the framework the second time, byte for byte the same", async (path) => {
    const [first, second] = [await get(path), await get(path)];
    expect([first.status, first.isReady, second.isReady]).toEqual([200, false, true]);
    expect(second.body.equals(first.body)).toBe(true);
    const ofTheRequest = ["x-request-id", "date", "age", "server-timing"];
    const rest = ({ headers }: typeof first) =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheRequest.includes(name)));
    expect(rest(second)).toEqual(rest(first));
  });

  test("has an entity tag for each form, is 304 to whoever holds that form, and nothing else", async () => {
    const path = "/en/workshops";
    const plain = await get(path);
    const br = await get(path, "Accept-Encoding: gzip, br");
    const gz = await get(path, "Accept-Encoding: gzip");
    expect([plain, br, gz].map(({ headers }) => headers["content-encoding"])).toEqual([undefined, "br", "gzip"]);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gz.body).equals(plain.body)).toBe(true);
    const etags = [plain, br, gz].map(({ headers }) => headers.etag ?? "");
    expect(new Set(etags).size).toBe(3);
    for (const [at, coding] of ["identity", "br", "gzip"].entries()) {
      const known = await get(path, `Accept-Encoding: ${coding}`, `If-None-Match: "x", W/${etags[at]}`);
      expect(known).toMatchObject({ status: 304, text: "", isReady: true });
      expect(known.headers).toMatchObject({ etag: etags[at], vary: "accept-encoding" });
      expect(known.headers["content-length"]).toBeUndefined();
    }
    const inTwoLines = await get(path, "ACCEPT-ENCODING: identity;q=0.1", "Accept-Encoding: br");
    expect(inTwoLines).toMatchObject({ isReady: true, headers: { "content-encoding": "br" } });
    expect((await get(path, "Accept-Encoding: br", `If-None-Match: ${etags[0]}`)).status).toBe(200);
    expect((await get(path, "If-None-Match: not a list of tags")).status).toBe(200);
  });

  test("may be kept by shared caches, which are told how long and under which keys, and asked for by browsers", async () => {
    const { headers } = await get(`/en/workshops/mediation-in-a-team`);
    expect(headers).toMatchObject({
      "cache-control": "public, max-age=0, s-maxage=60, stale-while-revalidate=30, stale-if-error=3600",
      "surrogate-key": `workshop:${workshop.id} workshop-addresses`,
      "cache-tag": `workshop:${workshop.id},workshop-addresses`,
      "accept-ranges": "none",
      vary: "accept-encoding",
      "x-content-type-options": "nosniff",
    });
    expect(headers.age).toMatch(/^\d+$/);
    expect((await get("/api/v1/workshops")).headers["surrogate-key"]).toBe(`workshops seats:${workshop.id.slice(-8)}`);
  });

  test.each(["bytes=0-9", "bytes=99999999-", "bytes=5-1", "lines=1-2", "bytes=0-1,3-4,-1", "nonsense"])(
    "is whole whatever part is asked for: %s",
    async (range) => {
      const whole = await get("/api/v1/tags");
      expect(await get("/api/v1/tags", `Range: ${range}`)).toMatchObject({ status: 200, text: whole.text });
    },
  );

  test("HEAD tells the same as GET without the bytes, ready or not", async () => {
    for (const path of ["/api/v1/tags", "/api/v1/tags", "/pl/workshops?tag=conflict"]) {
      const head = await rawRequest(port, [`HEAD ${path} HTTP/1.1`, "Host: x", "Connection: close"]);
      const { body, headers } = await get(path);
      expect([head.status, head.body.length]).toEqual([200, 0]);
      expect(head.headers["content-length"]).toBe(String(body.length));
      expect(head.headers.etag).toBe(headers.etag);
    }
  });

  test("that leads to the present address of a workshop is kept too", async () => {
    const path = "/en/workshops/mediacje-w-zespole";
    for (const isReady of [false, true]) {
      expect(await get(path)).toMatchObject({
        ...{ status: 301, text: "", isReady },
        headers: { location: "/en/workshops/mediation-in-a-team" },
      });
    }
  });

  test("that there is nothing is not kept as bytes", async () => {
    const before = app.app.ready.stats().entries;
    for (let i = 0; i < 50; i++) expect((await get(`/en/workshops/none-${i}`)).status).toBe(404);
    expect(app.app.ready.stats().entries).toBe(before);
    expect((await get("/en/workshops/none-1")).headers["cache-control"]).toBe("private, no-store");
  });
});

describe("a change", () => {
  const slug = "/en/workshops/mediation-in-a-team";
  const seats = async () => JSON.parse((await get("/api/v1/workshops/mediation-in-a-team")).text).seatsLeft;

  test("is in every answer once whoever made it has theirs: a published title, a taken seat", async () => {
    const all = [slug, "/en/workshops", "/en", "/api/v1/workshops"];
    for (const path of all) await get(path);
    for (const path of all) expect((await get(path)).isReady).toBe(true);
    const params = { workshopId: workshop.id };
    const body = { baseVersion: workshop.version, changes: { subtitle: { en: "Now with tea" } } };
    const saved = await editor.ok(catalogueContract.saveDraft, { params, body });
    expect((await get(slug)).isReady).toBe(true);
    await editor.ok(catalogueContract.publish, { params, body: { language: "en", version: saved.version } });
    expect(await get(slug)).toMatchObject({ isReady: false, text: expect.stringContaining("Now with tea") });
    expect((await get(slug)).isReady).toBe(true);

    const without = "/api/v1/workshops?q=nothing+of+the+kind";
    const everyone = await app.anonymous.ok(catalogueContract.listWorkshops, { query: { limit: 100 } });
    const seatsInList = async () => JSON.parse((await get("/api/v1/workshops?limit=100")).text).items[0].seatsLeft;
    await Promise.all([...all, without].map((path) => get(path)));
    expect([everyone.items.length, await seatsInList(), await seats(), await seats()]).toEqual([1, 3, 3, 3]);
    await (await app.as("participant")).ok(enrolmentContract.enrol, { params });
    expect([await seatsInList(), await seats(), await seats()]).toEqual([2, 2, 2]);
    for (const path of all.slice(1)) expect((await get(path)).isReady, path).toBe(false);
    // A list without the workshop shows nothing that has changed.
    expect((await get(without)).isReady).toBe(true);
  });
});

describe("readers who are signed in", () => {
  test("get the same bytes of pages that are the same for everyone", async () => {
    const { cookie } = await app.as("participant");
    await get("/pl");
    const [theirs, everyones] = [await get("/pl", `Cookie: ${cookie}`), await get("/pl")];
    expect(theirs.isReady).toBe(true);
    expect(theirs.body.equals(everyones.body)).toBe(true);
  });

  test("get their own page of a questionnaire, which nobody keeps", async () => {
    const path = `/en/questionnaires/${questionnaireId}`;
    const { cookie, personId } = await app.as("participant");
    await get(path);
    const everyones = await get(path);
    expect(everyones).toMatchObject({ isReady: true, headers: { "cache-control": "private, no-cache" } });
    const theirs = await get(path, `Cookie: other=1; ${cookie}`);
    expect(theirs).toMatchObject({ isReady: false, headers: { "cache-control": "private, no-store" } });
    const inTwoLines = await get(path, "COOKIE: other=1", `Cookie: ${cookie}`);
    expect([inTwoLines.isReady, inTwoLines.text.includes(personId)]).toEqual([false, true]);
    expect([theirs.text.includes(personId), everyones.text.includes(personId)]).toEqual([true, false]);
    expect((await get(path)).text).toBe(everyones.text);
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { questionnaireContent } from "../../src/server/questionnaires/questionnaire.testing.ts";
import { publishedWorkshop } from "../../src/server/testing/published-workshop.ts";
import { listenOn, type RawAnswer, rawGet, rawRequest } from "../../src/server/testing/raw-http.ts";
import { type SignedIn, type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { enrolmentContract } from "../../src/shared/enrolment/contract.ts";
import { questionnairesContract } from "../../src/shared/questionnaires/contract.ts";

interface Reader {
  cookie: string | undefined;
  email: string;
  /** What must be in no answer but theirs. */
  secrets: string[];
}

let app: TestApp;
let port: number;
let readers: Reader[];
let paths: string[];

beforeAll(async () => {
  app = await testApp();
  const admin = await app.as("admin");
  const workshop = await publishedWorkshop(app, admin, { changes: { capacity: 100 } });
  const params = { questionnaireId: (await admin.ok(questionnairesContract.create, { body })).id };
  await admin.ok(questionnairesContract.publish, { params, body: { version: 1, languages: ["en", "pl"] } });
  const names = ["Zdzisława", "Bożydar", "Quentin", "Xanthippe", "Wolfgang", "Ximena"];
  const people: [string, SignedIn][] = [];
  for (const name of names) people.push([name, await app.as("participant", `${name} Secretname`)]);
  for (const [, person] of people) await person.ok(enrolmentContract.enrol, { params: { workshopId: workshop.id } });
  readers = [
    { cookie: undefined, email: "nobody@example.org", secrets: [] },
    ...people.map(([name, { cookie, email, personId }]) => ({
      cookie,
      email,
      secrets: [name, email, personId, cookie.split("=")[1] ?? ""],
    })),
  ];
  const slug = "mediation-in-a-team";
  const perLanguage = [
    "",
    "/workshops",
    "/workshops?q=mediacje",
    `/workshops/${slug}`,
    `/workshops/${slug}/enrol`,
    "/me",
  ];
  paths = [
    ...["/en", "/pl"].flatMap((language) => [
      ...perLanguage.map((path) => language + path),
      `${language}/questionnaires/${params.questionnaireId}`,
      `${language}/account/sign-in`,
      `${language}/account/register`,
      `${language}/nothing`,
    ]),
    ...["/", "/studio", "/sitemap.xml", "/robots.txt", "/theme.js", "/api/docs", "/api/nothing"],
    ...["workshops", `workshops/${slug}`, "tags", `questionnaires/${params.questionnaireId}`, "account/profile"].map(
      (path) => `/api/v1/${path}`,
    ),
    "/api/v1/enrolments/mine",
  ];
  port = await listenOn(app.app.server);
});
afterAll(() => app.close());

const body = { content: questionnaireContent(), workshopId: null };

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * sides);
  };
}

function ask({ cookie, email }: Reader, roll: (sides: number) => number): Promise<RawAnswer> {
  const headers = [
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    `Accept: ${roll(2) === 0 ? "text/html" : "*/*"}`,
    `Accept-Language: ${roll(2) === 0 ? "pl" : "en"}`,
  ];
  if (roll(12) === 0) {
    const content = JSON.stringify({ email, password: "correct horse battery" });
    const lines = ["POST /api/v1/account/sign-in HTTP/1.1", "Host: x", "Connection: close", ...headers];
    const type = ["Content-Type: application/json", `Content-Length: ${content.length}`];
    return rawRequest(port, [...lines, ...type, "", content]);
  }
  return rawGet(port, paths[roll(paths.length)] ?? "/", headers);
}

test("many people on all pages at once: no answer holds anything of another reader, and none of one's own may be kept", async () => {
  const roll = dice(20_270_115);
  const seen = { own: 0, cookies: 0, shared: 0 };
  for (let round = 0; round < 10; round++) {
    const asking = Array.from({ length: 30 }, async () => {
      const reader = readers[roll(readers.length)] as Reader;
      return { reader, answer: await ask(reader, roll) };
    });
    for (const { reader, answer } of await Promise.all(asking)) {
      const bytes = JSON.stringify(answer.headers) + answer.body.toString();
      const others = readers.filter((each) => each !== reader).flatMap(({ secrets }) => secrets);
      expect(others.filter((secret) => bytes.includes(secret))).toEqual([]);
      const control = answer.headers["cache-control"];
      const isTheirs = reader.secrets.some((secret) => bytes.includes(secret));
      const setsCookie = "set-cookie" in answer.headers;
      if (isTheirs || setsCookie) expect(control).toBe("private, no-store");
      if (control?.startsWith("public")) expect(answer.status).toBeLessThan(400);
      seen.own += Number(isTheirs);
      seen.cookies += Number(setsCookie);
      seen.shared += Number(answer.headers["server-timing"]?.includes('desc="ready"'));
    }
  }
  // The test looked at something of each sort.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
}, 60_000);

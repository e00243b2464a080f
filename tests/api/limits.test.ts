import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/server/platform/db/sql.ts";
import {
  callsTo,
  type Published,
  publishedQuestionnaire,
  saving,
  submitting,
} from "../../src/server/responses/respondents.testing.ts";
import { clientOf } from "../../src/server/testing/client.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { identityContract } from "../../src/shared/identity/contract.ts";
import { newId } from "../../src/shared/kernel/id.ts";

const peopleInRoom = 60;
const minutesMs = 60_000;
const quarterMs = 15 * minutesMs;
const password = "seven green bicycles";

let app: TestApp;
let questionnaire: Published;
beforeAll(async () => {
  app = await testApp({ settings: { NODE_ENV: "production" } });
  questionnaire = await publishedQuestionnaire(app, { audience: "anyone", identityMode: "anonymous" });
});
afterAll(() => app.close());

const { save, submit } = callsTo(() => questionnaire);
const everyone = <T>(act: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: peopleInRoom }, (_, index) => act(index)));
const emailOf = (index: number) => `room-${index}@example.org`;

/** A request from an address; the room's is 127.0.0.1. */
async function from(remoteAddress: string, request: { method?: "GET" | "POST"; url: string; payload?: object }) {
  const answer = await app.app.server.inject({ method: "GET", remoteAddress, ...request });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body };
}
const signInFrom = (address: string, payload: { email: string; password: string }) =>
  from(address, { method: "POST", url: identityContract.signIn.path, payload });

describe("a room of sixty behind one address, in production", () => {
  test("registers, mistypes, saves, submits with gaps and submits, and meets no limit", {
    timeout: 120_000,
  }, async () => {
    const statuses = new Set<number>();
    const seen = ({ status }: { status: number }) => void statuses.add(status);
    const register = (index: number, typed: string) =>
      app.anonymous.call(identityContract.register, { body: { name: "R", email: emailOf(index), password: typed } });
    await everyone(async (index) => seen(await register(index, "password12")));
    await everyone(async (index) => seen(await register(index, password)));
    expect([...statuses]).toEqual([422, 202]);
    await app.db.run(sql`update people set email_verified = true`);

    const signIn = (index: number, typed: string) =>
      app.anonymous.call(identityContract.signIn, { body: { email: emailOf(index), password: typed } });
    for (let i = 0; i < 2; i++) {
      await everyone(async (index) => expect((await signIn(index, "mistyped")).status).toBe(401));
    }
    const signedIn = await everyone(async (index) => {
      const { status, headers } = await signIn(index, password);
      expect(status).toBe(200);
      return clientOf(app.app.server, String(headers["set-cookie"]).split(";")[0]);
    });

    // Half of them answer signed in, half on a page where nobody is.
    const clients = signedIn.map((client, index) => (index % 2 ? client : app.anonymous));
    const ids = clients.map(() => newId());
    const saveAs = (index: number, revision: number) =>
      save(clients[index] ?? app.anonymous, ids[index] ?? "", saving({ age: 20 + (revision % 50) }, revision));
    for (let revision = 0; revision < 4; revision++) {
      await everyone(async (index) => expect((await saveAs(index, revision)).status).toBe(200));
      app.clock.advance(5_000);
    }
    // One of them for the whole quarter of an hour.
    for (let revision = 4; revision < quarterMs / 5_000; revision++) {
      expect((await saveAs(0, revision)).status).toBe(200);
      app.clock.advance(1_000);
    }
    const submitAs = (index: number, answers: object) =>
      submit(clients[index] ?? app.anonymous, ids[index] ?? "", submitting({ ...answers }));
    for (let i = 0; i < 2; i++) await everyone(async (index) => expect((await submitAs(index, {})).status).toBe(422));
    await everyone(async (index) => expect((await submitAs(index, { enjoyed: true })).status).toBe(200));
  });
});

describe("whoever guesses, in production", () => {
  test("an account's password from any number of addresses is refused after ten", async () => {
    const { email } = await app.as("participant");
    const guess = (index: number) => signInFrom(`198.51.100.${index}`, { email, password: "guess" });
    for (let i = 1; i <= 10; i++) expect((await guess(i)).status).toBe(401);
    expect((await guess(11)).status).toBe(429);
  });

  test("many accounts' from one address is refused after a hundred", { timeout: 60_000 }, async () => {
    const guess = (index: number) =>
      signInFrom("203.0.113.5", { email: `guessed-${index}@example.org`, password: "guess" });
    for (let i = 0; i < 100; i++) expect((await guess(i)).status).toBe(401);
    expect((await guess(100)).status).toBe(429);
  });

  test("addresses is refused after a hundred, in their language, and told when to come back", async () => {
    const url = (i: number) => `/api/v1/workshops/not-there-${i}`;
    const v6 = (i: number) => `2001:db8::${i.toString(16)}`;
    const first = await from(v6(1), { url: url(0) });
    expect(first).toMatchObject({ status: 404, headers: { "ratelimit-limit": "100", "ratelimit-remaining": "99" } });
    expect(first.headers).toMatchObject({ "ratelimit-reset": "900", "ratelimit-policy": "100;w=900" });
    for (let i = 1; i < 100; i++) expect((await from(v6(i), { url: url(i) })).status).toBe(404);
    app.clock.advance(minutesMs);
    const refused = await from(v6(0xffff), { url: `${url(100)}?lang=pl` });
    expect(refused.headers).toMatchObject({
      "content-type": "application/problem+json; charset=utf-8",
      "retry-after": "840",
      "ratelimit-remaining": "0",
      "ratelimit-reset": "840",
    });
    expect(JSON.parse(refused.text)).toMatchObject({
      status: 429,
      code: "too_many_requests",
      title: "Zbyt wiele prób. Odczekaj chwilę.",
      retryAfterSeconds: 840,
    });
    // Others on that line still write what is theirs, and the process still says how it is.
    expect((await from(v6(3), { url: "/health" })).status).toBe(200);
    expect((await signInFrom(v6(3), { email: "somebody@example.org", password: "x" })).status).toBe(401);
    expect((await from("2001:db8:0:1::1", { url: url(101) })).status).toBe(404);
    app.clock.advance(quarterMs);
    expect((await from(v6(1), { url: url(102) })).status).toBe(404);
  });
});

describe("what is not counted", () => {
  const remaining = async (request: { method?: "GET" | "POST"; url: string }, headers = {}) =>
    (await app.app.server.inject({ remoteAddress: "192.0.2.77", method: "GET", headers, ...request })).headers[
      "ratelimit-remaining"
    ];

  test("reading, files that browsers ask for unbidden, and what another site made a browser send", async () => {
    expect(await remaining({ url: "/en" })).toBeUndefined();
    expect(await remaining({ url: "/apple-touch-icon.png" })).toBeUndefined();
    expect(await remaining({ url: "/assets/gone.js" })).toBeUndefined();
    const crossSite = { "sec-fetch-site": "cross-site" };
    expect(await remaining({ method: "POST", url: "/api/v1/account/sign-out" }, crossSite)).toBeUndefined();
    expect(await remaining({ url: "/wp-login.php" })).toBe("99");
  });

  test("in production what succeeds is not counted as a failure; elsewhere it is", async () => {
    const body = { name: "Ada" };
    const ada = await app.as("participant");
    const inProduction = await ada.call(identityContract.updateProfile, { body });
    expect(inProduction.headers).toMatchObject({ "ratelimit-limit": "1000", "ratelimit-remaining": "999" });
    const elsewhere = await testApp();
    const bob = await elsewhere.as("participant");
    await bob.call(identityContract.updateProfile, { body: {} });
    expect((await bob.call(identityContract.updateProfile, { body })).headers).toMatchObject({
      "ratelimit-limit": "1000",
      "ratelimit-remaining": "998",
    });
    await elsewhere.close();
  });

  test("an anonymous answer is never counted on the person who gives it", async () => {
    const ada = await app.as("participant");
    await save(ada, newId(), saving({ age: 30 }));
    expect((await ada.call(identityContract.updateProfile, { body: {} })).headers["ratelimit-remaining"]).toBe("999");
  });
});

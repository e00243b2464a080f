import { afterAll, beforeAll, expect, test } from "vitest";
import { identityContract } from "../../../shared/identity/contract.ts";
import { type SignedIn, type TestApp, testApp } from "../../testing/test-app.ts";

let site: TestApp;
let ada: SignedIn;
let admin: SignedIn;
beforeAll(async () => {
  site = await testApp();
  ada = await site.as("participant");
  admin = await site.as("admin");
});
afterAll(() => site.close());

const rename = { body: { name: "Ada" } };

test("during maintenance everything can be read and nothing changed, and both are said in the reader's language", async () => {
  await site.app.maintenance.begin("Back at 9:00.");
  expect((await ada.request({ url: "/en" })).status).toBe(200);
  expect((await ada.call(identityContract.getProfile)).status).toBe(200);
  const refused = await ada.call(identityContract.updateProfile, rename);
  expect(refused).toMatchObject({ status: 503, problem: { code: "maintenance", notice: "Back at 9:00." } });
  expect(refused.headers["retry-after"]).toBe("120");
  const page = { method: "POST", url: "/pl/account/register", headers: { accept: "text/html" } } as const;
  const shown = await site.anonymous.request({ ...page, payload: "" });
  expect(shown).toMatchObject({ status: 503, text: expect.stringContaining("Trwają prace techniczne.") });
  expect(shown.text).toContain("Back at 9:00.");
});

test("what is refused on purpose is no error that would wake anybody", async () => {
  expect((await ada.call(identityContract.updateProfile, rename)).status).toBe(503);
  const { text } = await site.anonymous.request({ url: "/metrics" });
  expect(text).toContain("workshopsai_error_rate 0\n");
  expect(text).toMatch(/status="4xx"|status="2xx"/);
  expect(text).not.toMatch(/"5xx"[^}]*} [1-9]/);
});

test("whoever runs the site can sign in and operate it, and nothing else", async () => {
  const body = { email: admin.email, password: "not this one" };
  expect((await site.anonymous.call(identityContract.signIn, { body })).problem.code).toBe("wrong_credentials");
  const clear = { method: "POST", url: "/api/v1/studio/operations/cache/clear", payload: {} } as const;
  expect((await admin.request(clear)).status).not.toBe(503);
  expect((await ada.request(clear)).status).toBe(503);
  expect((await admin.call(identityContract.updateProfile, rename)).status).toBe(503);
});

test("ended by another process, this one hears of it", async () => {
  const other = await testApp({ databaseUrl: site.url });
  expect((await ada.call(identityContract.updateProfile, rename)).status).toBe(503);
  await other.app.maintenance.end();
  await other.close();
  while (await site.app.maintenance.state()) await new Promise((resolve) => setImmediate(resolve));
  expect((await ada.call(identityContract.updateProfile, rename)).status).not.toBe(503);
});

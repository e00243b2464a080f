import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, clientOf } from "../testing/client.ts";
import { publishedWorkshop } from "../testing/published-workshop.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const password = "seven green bicycles";

/** Sends a form as a browser without scripts does. */
function post(client: Client, url: string, fields: Record<string, string>) {
  const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
  return client.request({ method: "POST", url, payload: new URLSearchParams(fields).toString(), headers });
}

const get = (client: Client, url: string) => client.request({ url, headers: { accept: "text/html" } });

/** The cookies that an answer sets, as the browser sends them back. */
function cookiesOf({ headers }: { headers: Record<string, unknown> }): string {
  const set = [headers["set-cookie"] ?? []].flat() as string[];
  return set.map((cookie) => cookie.split(";")[0]).join("; ");
}

describe("the first run", () => {
  test("without an administrator the front door leads to the page that makes one", async () => {
    expect((await get(app.anonymous, "/")).headers.location).toBe("/en/setup");
    expect((await get(app.anonymous, "/pl/setup")).text).toContain("Pierwsze uruchomienie");
    const fields = { name: "Ada", email: "ada@example.org", password };
    const refused = await post(app.anonymous, "/en/setup", { ...fields, setupCode: "wrong" });
    expect(refused.status).toBe(401);
    expect(refused.text).toContain("This code does not work");
    expect(refused.text).toContain('value="ada@example.org"');
    const setupCode = (await app.features.identity.setupCode()) ?? "";
    const made = await post(app.anonymous, "/en/setup", { ...fields, setupCode });
    expect([made.status, made.headers.location]).toEqual([303, "/studio"]);
    expect((await get(clientOf(app.app.server, cookiesOf(made)), "/studio")).status).toBe(200);
    expect((await get(app.anonymous, "/en/setup")).headers.location).toBe("/en");
    expect((await post(app.anonymous, "/en/setup", { ...fields, setupCode })).headers.location).toBe("/en");
  });
});

describe("a visitor without scripts", () => {
  test("registers, confirms by the mailed link, lands where they were going, takes a seat and gives it back", async () => {
    await publishedWorkshop(app, await app.as("admin"), { changes: { capacity: 1 } });
    const enrol = "/pl/workshops/mediacje-w-zespole/enrol";
    const choice = await get(app.anonymous, enrol);
    expect(choice.text).toContain(`/pl/account/register?return=${encodeURIComponent(enrol)}`);
    expect((await post(app.anonymous, enrol, { action: "enrol" })).headers.location).toContain("/pl/account/sign-in?");

    const form = { name: "Bolesław", email: "boleslaw@example.org", password, return: enrol };
    const registered = await post(app.anonymous, "/pl/account/register", form);
    expect([registered.status, registered.headers.location]).toEqual([303, "/pl/account/check-mail"]);
    await app.runJobs();
    const [mail] = await app.mails();
    const link = new URL(/http\S+\/pl\/account\/verify\?token=\S+/.exec(mail?.text ?? "")?.[0] ?? "");

    const opened = await get(app.anonymous, link.pathname + link.search);
    expect(opened.text).toContain("Potwierdź i zaloguj");
    const browser = clientOf(app.app.server, cookiesOf(registered));
    const token = link.searchParams.get("token") ?? "";
    const confirmed = await post(browser, "/pl/account/verify", { token });
    expect([confirmed.status, confirmed.headers.location]).toEqual([303, enrol]);

    const person = clientOf(app.app.server, cookiesOf(confirmed));
    expect((await get(person, enrol)).text).toContain("Zajmuję miejsce");
    expect((await post(person, enrol, { action: "enrol" })).headers.location).toBe(enrol);
    expect((await get(person, enrol)).text).toContain("Masz miejsce");
    expect((await post(person, enrol, { action: "enrol" })).headers.location).toBe(enrol);
    expect((await get(app.anonymous, "/pl/workshops/mediacje-w-zespole")).text).toContain("Komplet, działa lista");

    const next = await app.as("participant");
    await post(next, enrol, { action: "enrol" });
    expect((await get(next, enrol)).text).toContain("Twoje miejsce w kolejce: 1");
    expect((await get(next, "/pl/me")).text).toContain("Twoje miejsce w kolejce: 1");

    const left = await post(person, enrol, { action: "cancel" });
    expect(left.headers.location).toBe(`${enrol}?done=cancel`);
    expect((await get(person, `${enrol}?done=cancel`)).text).toContain("Miejsce zostało zwolnione");
    expect((await get(next, enrol)).text).toMatch(/Czeka na Ciebie wolne miejsce[\s\S]*Przyjmuję miejsce/);
    expect((await post(next, enrol, { action: "accept" })).headers.location).toBe(`${enrol}?done=accept`);
    expect((await get(next, enrol)).text).toContain("Masz miejsce");
    expect((await post(next, enrol, { action: "explode" })).status).toBe(400);
  });

  test("is told before enrolling in two workshops at the same time, and may all the same", async () => {
    const admin = await app.as("admin");
    for (const title of ["First of two", "Second of two"]) {
      await publishedWorkshop(app, admin, { changes: { title: { en: title } }, languages: ["en"] });
    }
    const person = await app.as("participant");
    await post(person, "/en/workshops/first-of-two/enrol", { action: "enrol" });
    const asked = await post(person, "/en/workshops/second-of-two/enrol", { action: "enrol" });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain("overlaps with another workshop");
    await post(person, "/en/workshops/second-of-two/enrol", { action: "enrol", isConfirmed: "true" });
    expect((await get(person, "/en/workshops/second-of-two/enrol")).text).toContain("You have a seat");
  });

  test("gets a refused form back with what they wrote, but for the password", async () => {
    const fields = { name: "", email: `"><script>`, password: "short-one" };
    const { status, text } = await post(app.anonymous, "/en/account/register", fields);
    expect(status).toBe(422);
    expect(text).toContain('<a href="#name">Please enter your name</a>');
    expect(text).toContain('id="email-error"');
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(text).not.toContain("short-one");
    const weak = { name: "Ada Lovelace", email: "al@example.org", password: "adalovelace" };
    expect((await post(app.anonymous, "/pl/account/register", weak)).text).toContain("Hasłem nie może być");
  });
});

describe("signing in", () => {
  test.each(["https://evil.example/", "//evil.example", "/\\evil.example"])("never leads to %s", async (target) => {
    const { email } = await app.as("participant");
    const page = await get(app.anonymous, `/en/account/sign-in?return=${encodeURIComponent(target)}`);
    expect(page.text).not.toContain("evil.example");
    const fields = { email, password: "correct horse battery", return: target };
    const answer = await post(app.anonymous, "/en/account/sign-in", fields);
    expect([answer.status, answer.headers.location]).toEqual([303, "/en/me"]);
  });

  test("leads back to a local address, staff to the studio, and a wrong password nowhere", async () => {
    const { email } = await app.as("editor");
    const right = { email, password: "correct horse battery" };
    const back = await post(app.anonymous, "/pl/account/sign-in", { ...right, return: "/pl/workshops?q=a" });
    expect(back.headers.location).toBe("/pl/workshops?q=a");
    expect((await post(app.anonymous, "/en/account/sign-in", right)).headers.location).toBe("/studio");
    const wrong = await post(app.anonymous, "/pl/account/sign-in", { ...right, password: "not this one" });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain("Adres e-mail lub hasło są nieprawidłowe");
    expect(wrong.text).toContain(`value="${email}"`);
    expect(wrong.headers["set-cookie"]).toBeUndefined();
  });

  test("a forgotten password is replaced by the mailed link", async () => {
    const { email } = await app.as("participant");
    const asked = await post(app.anonymous, "/en/account/forgotten-password", { email });
    expect(asked.headers.location).toBe("/en/account/check-mail?for=reset");
    await app.runJobs();
    await app.runJobs();
    const mail = (await app.mails()).find(({ to, text }) => to === email && text.includes("reset-password"));
    const token = /reset-password\?token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    expect((await post(app.anonymous, "/en/account/reset-password", { token, password: "x" })).status).toBe(422);
    const set = await post(app.anonymous, "/en/account/reset-password", { token, password });
    expect(set.headers.location).toBe("/en/account/sign-in?done=passwordSet");
    const again = await post(app.anonymous, "/en/account/reset-password", { token, password });
    expect([again.status, again.text.includes("This link does not work")]).toEqual([400, true]);
    expect((await post(app.anonymous, "/en/account/sign-in", { email, password })).headers.location).toBe("/en/me");
  });
});

describe("one's own page", () => {
  test("is for oneself, and changes name, language and password", async () => {
    expect((await get(app.anonymous, "/en/me")).headers.location).toBe("/en/account/sign-in?return=%2Fen%2Fme");
    const person = await app.as("participant");
    const saved = await post(person, "/en/me/profile", { name: "New Name", language: "pl" });
    expect(saved.headers.location).toBe("/en/me?done=profile");
    expect((await get(person, "/en/me")).text).toContain("Hello, New Name");
    const empty = await post(person, "/en/me/profile", { name: " ", language: "xx" });
    expect([empty.status, empty.text.includes("Please enter your name")]).toEqual([422, true]);
    const wrong = await post(person, "/en/me/password", { currentPassword: "no", newPassword: password });
    expect([wrong.status, wrong.text.includes("This is not your present password")]).toEqual([401, true]);
    const right = { currentPassword: "correct horse battery", newPassword: password };
    expect((await post(person, "/en/me/password", right)).headers.location).toBe("/en/me?done=password");
    const out = await post(person, "/en/account/sign-out", {});
    expect(out.headers.location).toBe("/en/account/sign-in?done=signedOut");
    expect((await get(person, "/en/me")).status).toBe(303);
  });

  test("does nothing to what belongs to somebody else", async () => {
    await publishedWorkshop(app, await app.as("admin"), { changes: { title: { en: "Mine" } }, languages: ["en"] });
    const [owner, stranger] = [await app.as("participant"), await app.as("participant")];
    await post(owner, "/en/workshops/mine/enrol", { action: "enrol" });
    const action = /action="(\/en\/me\/enrolments\/[^"]+)"/.exec((await get(owner, "/en/me")).text)?.[1] ?? "";
    expect((await post(stranger, action, { action: "cancel" })).status).toBe(404);
    expect((await post(stranger, "/en/me/enrolments/1", { action: "cancel" })).status).toBe(404);
    expect((await post(owner, action, { action: "cancel" })).headers.location).toBe("/en/me?done=cancel");
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogueContract } from "../../shared/catalogue/contract.ts";
import { paragraphs } from "../../shared/catalogue/rich-text.ts";
import type { Client } from "../testing/client.ts";
import { publishedWorkshop } from "../testing/published-workshop.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { sessionIn } from "../testing/test-workshops.ts";

const site = "http://localhost:3001";
const html = { accept: "text/html" };
let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await testApp();
  admin = await app.as("admin");
  await publishedWorkshop(app, admin);
});
afterAll(() => app.close());

const get = async (url: string, client: Client = app.anonymous) => client.request({ url, headers: html });

describe("the pages that are the same for everyone", () => {
  test.each([
    ["/en", "What is on next"],
    ["/pl", "Najbliższe warsztaty"],
    ["/en/workshops", "1 workshop"],
    ["/pl/workshops", "1 warsztat"],
    ["/pl/workshops?q=mediacjami", "Mediacje w zespole"],
    ["/en/workshops?tag=conflict&from=2027-01-01", "Nothing found"],
    ["/en/workshops/mediation-in-a-team", "What it asks of you|Ada Nowak"],
    ["/pl/workshops/mediacje-w-zespole", "Ćwiczymy słuchanie"],
  ])("%s is there", async (url, words) => {
    const { status, text, headers } = await get(url);
    expect(status).toBe(200);
    expect(text).toMatch(new RegExp(words));
    expect(text.slice(0, 60)).toContain(`<!doctype html><html lang="${url.slice(1, 3)}">`);
    expect(headers["cache-control"]).toMatch(/^public, max-age=0, s-maxage=60/);
  });

  test("do not tell who reads them", async () => {
    const person = await app.as("participant", "Somebody Known");
    for (const url of ["/en", "/pl/workshops", "/en/workshops/mediation-in-a-team"]) {
      expect((await get(url, person)).text).toBe((await get(url)).text);
    }
  });

  test("hold nothing inline but data", async () => {
    const { text } = await get("/en/workshops/mediation-in-a-team");
    expect(text).not.toMatch(/\sstyle="|\son[a-z]+="/);
    const inline = [...text.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].map((match) => match[1]?.trim());
    expect(inline).toEqual(['type="application/ld+json"']);
  });

  test("name each other for search engines", async () => {
    const { text } = await get("/pl/workshops/mediacje-w-zespole");
    expect(text).toContain(`<link rel="canonical" href="${site}/pl/workshops/mediacje-w-zespole"/>`);
    expect(text).toContain(`hrefLang="en" href="${site}/en/workshops/mediation-in-a-team"`);
    expect(text).toContain(`hrefLang="pl" href="${site}/pl/workshops/mediacje-w-zespole"`);
    expect(text).toContain(`hrefLang="x-default" href="${site}/en/workshops/mediation-in-a-team"`);
    expect(text).toContain('<meta property="og:title" content="Mediacje w zespole"/>');
    const switched = /class="language-switch-item" href="([^"]*)" lang="en"/.exec(text)?.[1];
    expect(switched).toBe("/en/workshops/mediation-in-a-team");
    const { text: sitemap } = await get("/sitemap.xml");
    expect(sitemap).toContain(`<loc>${site}/pl/workshops/mediacje-w-zespole</loc>`);
    expect(sitemap).toContain(`hreflang="en" href="${site}/en/workshops/mediation-in-a-team"`);
    expect((await get("/robots.txt")).text).toContain(`Sitemap: ${site}/sitemap.xml`);
  });

  test("describe a workshop as an event", async () => {
    const { text } = await get("/en/workshops/mediation-in-a-team");
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? "";
    expect(JSON.parse(json)).toMatchObject({
      "@type": "EducationEvent",
      name: "Mediation in a team",
      startDate: "2027-02-14T09:00:00.000Z",
      eventStatus: "https://schema.org/EventScheduled",
      remainingAttendeeCapacity: 2,
      organizer: { "@type": "Organization" },
    });
  });

  test("show what people write as text, whatever it is", async () => {
    const evil = `</script><script>alert("x")</script><img src=x onerror=alert(1)>`;
    const draft = await publishedWorkshop(app, admin, {
      changes: {
        title: { en: evil },
        summary: { en: evil },
        description: { en: paragraphs(evil) },
        sessions: [sessionIn(24 * 40, { title: { en: evil } })],
      },
      languages: ["en"],
    });
    for (const url of [
      "/en",
      "/en/workshops",
      `/en/workshops/${draft.slugs.en}`,
      `/en/workshops/${draft.slugs.en}/enrol`,
    ]) {
      const { text } = await get(url);
      expect(text).toContain("&lt;script&gt;");
      expect(text).not.toContain("<script>alert");
      expect(text).not.toContain("<img");
    }
    const search = await get(`/en/workshops?q=${encodeURIComponent(evil)}`);
    expect(search.text).not.toContain("<script>alert");
    await admin.ok(catalogueContract.archive, { params: { workshopId: draft.id } });
  });
});

describe("addresses", () => {
  test("the front door leads to the browser's language", async () => {
    const answer = await app.anonymous.request({ url: "/", headers: { "accept-language": "pl-PL,pl;q=0.9,en;q=0.5" } });
    expect([answer.status, answer.headers.location]).toEqual([302, "/pl"]);
    expect((await get("/")).headers.location).toBe("/en");
  });

  test("a slug of the other language leads to the page in this one", async () => {
    const answer = await get("/pl/workshops/mediation-in-a-team");
    expect([answer.status, answer.headers.location]).toEqual([301, "/pl/workshops/mediacje-w-zespole"]);
  });

  test("an old slug leads to the present one", async () => {
    const before = await publishedWorkshop(app, admin, { changes: { title: { en: "Old name", pl: "Nazwa" } } });
    const params = { workshopId: before.id };
    const saved = await admin.ok(catalogueContract.saveDraft, {
      params,
      body: { baseVersion: before.version, changes: { title: { en: "New name", pl: "Nazwa" } } },
    });
    await admin.ok(catalogueContract.publish, { params, body: { language: "en", version: saved.version } });
    const answer = await get("/en/workshops/old-name");
    expect([answer.status, answer.headers.location]).toEqual([301, "/en/workshops/new-name"]);
    expect((await get("/en/workshops/old-name/enrol")).headers.location).toBe("/en/workshops/new-name/enrol");
  });

  test("a workshop in one language shows in the other with a notice and the right lang", async () => {
    await publishedWorkshop(app, admin, {
      changes: { title: { pl: "Tylko polski" }, summary: { pl: "Po polsku." } },
      languages: ["pl"],
    });
    const { status, text } = await get("/en/workshops/tylko-polski");
    expect(status).toBe(200);
    expect(text).toContain("described in Polish only");
    expect(text).toMatch(/<h1[^>]* lang="pl">Tylko polski<\/h1>/);
    expect(text).toContain(`<link rel="canonical" href="${site}/pl/workshops/tylko-polski"/>`);
    expect(text).not.toContain('hrefLang="en" href=');
  });

  test.each(["/de", "/de/workshops", "/en/workshops/unknown", "/en/workshops/%00", "/en/questionnaires/x", "/pl/nic"])(
    "%s is not found, in words",
    async (url) => {
      const { status, text } = await get(url);
      expect(status).toBe(404);
      expect(text).toMatch(/There is no such page|Nie ma takiej strony/);
    },
  );

  test("a mistyped filter is left out", async () => {
    expect((await get("/en/workshops?from=yesterday&tag=NO%20TAG")).status).toBe(200);
  });

  test("the studio asks for a sign-in first, and is one document for all its addresses", async () => {
    const answer = await get("/studio/workshops?x=1");
    expect(answer.headers.location).toBe("/en/account/sign-in?return=%2Fstudio%2Fworkshops%3Fx%3D1");
    const { status, text } = await get("/studio/workshops/anything", admin);
    expect([status, text.includes('<div id="studio">')]).toEqual([200, true]);
  });
});

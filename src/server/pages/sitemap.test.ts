import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../platform/db/sql.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { addPerson, addPublishedWorkshop } from "../testing/test-workshops.ts";

const site = "http://localhost:3001";
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const get = (url: string) => app.anonymous.request({ url });
const addressesIn = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);

/** Rows alone; nobody looks at their pages. */
async function publishMany(count: number): Promise<void> {
  const { personId } = await addPerson(app.db, "editor");
  await app.db.run(sql`
    insert into workshops (id, status, published_languages, slug_en, slug_pl, title, capacity, starts_at, ends_at, created_by, published_at)
    select gen_random_uuid(), 'published', '{en,pl}', 'many-' || n, 'wiele-' || n, '{"en":"One of many","pl":"Jeden z wielu"}', 2,
      '2027-03-01', '2027-03-02', ${personId}::uuid, now() from generate_series(1, ${count}) n`);
}

test("few workshops are listed in one file, with the pages that are always there", async () => {
  const id = await addPublishedWorkshop(app.db);
  await app.app.cache.invalidateAll();
  const { status, text, headers } = await get("/sitemap.xml");
  expect([status, headers["content-type"]]).toEqual([200, "application/xml; charset=utf-8"]);
  expect(addressesIn(text)).toEqual([
    ...["/en", "/pl", "/en/workshops", "/pl/workshops"].map((path) => `${site}${path}`),
    `${site}/en/workshops/workshop-${id}`,
  ]);
  for (const url of ["/sitemaps/2", "/sitemaps/0", "/sitemaps/x", "/sitemaps/01"])
    expect((await get(url)).status).toBe(404);
});

test("many are listed in several files, each workshop once, and the first file says which", async () => {
  await publishMany(2_100);
  await app.app.cache.invalidateAll();
  const files = addressesIn((await get("/sitemap.xml")).text);
  expect(files).toEqual([`${site}/sitemaps/1`, `${site}/sitemaps/2`]);
  const lists = await Promise.all(
    files.map(async (file) => addressesIn((await get(`${file?.slice(site.length)}`)).text)),
  );
  const all = lists.flat();
  expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(50_000);
  expect(all).toHaveLength(4 + 1 + 2 * 2_100);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain(`${site}/pl/workshops/wiele-2100`);
});

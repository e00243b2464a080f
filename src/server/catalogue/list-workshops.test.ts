import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paragraphs } from "../../shared/catalogue/rich-text.ts";
import type { WorkshopChanges } from "../../shared/catalogue/workshop.ts";
import { sql } from "../platform/db/sql.ts";
import { encodeCursor } from "../platform/http/cursor.ts";
import {
  addFacilitator,
  addLocation,
  addPerson,
  readyContent,
  sessionIn,
  type TestWorkshops,
  testWorkshops,
} from "../testing/test-workshops.ts";
import { createWorkshop } from "./create-workshop.ts";
import type { ListWorkshopsQuery } from "./list-workshops.ts";
import { publishWorkshop } from "./publish-workshop.ts";

let it: TestWorkshops;
beforeAll(async () => {
  it = await testWorkshops();
  const editor = await addPerson(it.db, "editor");
  const locationId = await addLocation(it.db);
  let day = 1;
  const add = async (change: WorkshopChanges) => {
    const facilitators = [{ facilitatorId: await addFacilitator(it.db), part: "lead" as const }];
    const sessions = [sessionIn(24 * day++, { locationId })];
    const content = readyContent({ facilitators, sessions, summary: {}, ...change });
    const { id } = await createWorkshop(it.deps, editor, { content, language: "en" });
    for (const language of ["en", "pl"] as const) {
      if (content.title[language])
        await publishWorkshop(it.deps, editor, { workshopId: id, version: 1, language, reader: "en" });
    }
  };
  await add({ tagCodes: ["conflict", "team"], category: "conflict" });
  await add({ title: { en: "Remote collaboration", pl: "Współpraca zdalna" }, tagCodes: ["remote-work"] });
  await add({ title: { pl: "Burza mózgów" }, description: { pl: paragraphs("Pomysły i mediacje.") } });
  await add({ title: { en: "Effective meetings", pl: "Skuteczne spotkania" }, tagCodes: ["team"] });
  const draft = readyContent({ title: { en: "Secret mediation draft" } });
  await createWorkshop(it.deps, editor, { content: draft, language: "en" });
});
afterAll(() => it.close());

const titles = async (query: ListWorkshopsQuery) => {
  const page = await it.catalogue.listWorkshops(query);
  expect(page.total).toBeGreaterThanOrEqual(page.items.length);
  return page.items.map(({ title }) => title.text);
};

describe("the public list", () => {
  test("shows published workshops, soonest first, in the reader's language where there is one", async () => {
    expect(await titles({ lang: "en" })).toEqual([
      "Mediation in a team",
      "Remote collaboration",
      "Burza mózgów",
      "Effective meetings",
    ]);
    const { items } = await it.catalogue.listWorkshops({ lang: "pl", tag: "conflict" });
    expect(items).toMatchObject([
      {
        slug: "mediacje-w-zespole",
        title: { text: "Mediacje w zespole", language: "pl" },
        city: "Łódź",
        seatsLeft: 2,
        tags: [
          { kind: "theme", code: "conflict", name: "Konflikt i mediacje" },
          { kind: "theme", code: "team", name: "Zespół" },
        ],
        facilitators: ["Ada Nowak"],
      },
    ]);
    expect(items[0]).not.toHaveProperty("description");
  });

  test("comes in pages that leave nothing out", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await it.catalogue.listWorkshops({ lang: "en", limit: 1, ...(cursor ? { cursor } : {}) });
      expect(page.total).toBe(4);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(4);
  });

  test("refuses a cursor that is not its own", async () => {
    const foreign = encodeCursor(["soonest", 0, "0000-01-01T00:00:00Z", "x"]);
    for (const cursor of ["nonsense", foreign]) {
      await expect(it.catalogue.listWorkshops({ cursor })).rejects.toMatchObject({
        code: "invalid_input",
        details: { issues: [{ field: "cursor" }] },
      });
    }
  });

  test("is narrowed by days in Warsaw, which may lie in the past", async () => {
    expect(await titles({ from: "2027-01-16", to: "2027-01-16" })).toEqual(["Mediation in a team"]);
    expect(await titles({ from: "2027-01-18" })).toEqual(["Burza mózgów", "Effective meetings"]);
    it.clock.set("2027-01-17T00:00:00Z");
    expect(await titles({ lang: "en", limit: 50 })).not.toContain("Mediation in a team");
    expect(await titles({ to: "2027-01-16" })).toEqual(["Mediation in a team"]);
    it.clock.set("2027-01-15T09:00:00Z");
  });
});

describe("searching", () => {
  test("finds inflected Polish and English words, the best match first", async () => {
    expect(await titles({ lang: "pl", q: "mediacji" })).toEqual(["Mediacje w zespole", "Burza mózgów"]);
    expect(await titles({ lang: "pl", q: "spotkaniach" })).toEqual(["Skuteczne spotkania"]);
    expect(await titles({ lang: "en", q: "collaborating" })).toEqual(["Remote collaboration"]);
  });

  test("pages through matches by rank", async () => {
    const first = await it.catalogue.listWorkshops({ lang: "pl", q: "mediacje", limit: 1 });
    expect(first).toMatchObject({ total: 2, items: [{ title: { text: "Mediacje w zespole" } }] });
    const second = await it.catalogue.listWorkshops({
      lang: "pl",
      q: "mediacje",
      limit: 1,
      cursor: first.nextCursor ?? "",
    });
    expect(second).toMatchObject({ items: [{ title: { text: "Burza mózgów" } }], nextCursor: null });
  });

  test("falls back to the other language, then to titles that look alike", async () => {
    expect(await titles({ lang: "en", q: "skutecznych" })).toEqual(["Effective meetings"]);
    expect(await titles({ lang: "en", q: "medaition" })).toEqual(["Mediation in a team"]);
    expect(await titles({ lang: "pl", q: "współpr" })).toEqual(["Współpraca zdalna"]);
    expect(await titles({ lang: "en", q: "zzzzzz" })).toEqual([]);
  });

  test("takes anything that somebody may type", async () => {
    for (const q of ["'", "a & b | !c", '"open', "-", "the", "<script>", "%_\\", "🙂"]) {
      await expect(titles({ lang: "en", q })).resolves.toBeInstanceOf(Array);
    }
  });

  test("finds a title with a typing error behind hundreds of similar ones that are over", async () => {
    // The last one, in the table too, is still to come.
    const year = `case when n > 400 then 2028 else 2026 end`;
    await copyWorkshops(401, {
      starts_at: `(${year} || '-01-01T09:00Z')::timestamptz`,
      ends_at: `(${year} || '-01-01T10:00Z')::timestamptz`,
    });
    expect(await it.catalogue.listWorkshops({ lang: "en", q: "mediatoin" })).toMatchObject({
      total: 2,
      isTotalExact: true,
    });
    const over = { lang: "en", q: "mediatoin", from: "2026-01-01", to: "2026-01-31" } as const;
    expect(await it.catalogue.listWorkshops(over)).toMatchObject({ isTotalExact: false });
  });
});

describe("a search with more matches than are ranked at once", () => {
  /** Each has one word in its title or its subtitle, and every fifth another word in its summary. */
  beforeAll(() =>
    copyWorkshops(1300, {
      starts_at: "'2029-02-01T09:00Z'::timestamptz + n * interval '1 hour'",
      ends_at: "'2029-02-01T10:00Z'::timestamptz + n * interval '1 hour'",
      title: "jsonb_build_object('en', case when n % 2 = 0 then 'Astrolabe ' else 'Number ' end || n)",
      subtitle: "jsonb_build_object('en', case when n % 2 = 0 then 'For all' else 'With an astrolabe' end)",
      summary: "jsonb_build_object('en', case when n % 5 = 0 then 'And a sextant' else 'Nothing else' end)",
    }),
  );

  async function numbersOf(query: ListWorkshopsQuery, afterFirst?: () => Promise<void>) {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await it.catalogue.listWorkshops({ ...query, ...(cursor ? { cursor } : {}) });
      expect(page).toMatchObject({ total: 200, isTotalExact: false });
      if (page.nextCursor) expect(page.items).toHaveLength(query.limit ?? 20);
      seen.push(...page.items.map(({ title }) => Number(/\d+$/.exec(title.text)?.[0])));
      if (!cursor) await afterFirst?.();
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return seen;
  }
  const range = (from: number, to: number, step: number) =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

  test.each([100, 30])("shows each once, the best of the soonest first, %i at a time", async (limit) => {
    const blocks = range(0, 1200, 200).map((start) => ({ start, end: Math.min(start + 200, 1300) }));
    const expected = blocks.flatMap(({ start, end }) => [...range(start + 2, end, 2), ...range(start + 1, end, 2)]);
    expect(await numbersOf({ lang: "en", q: "astrolabe", limit })).toEqual(expected);
  });

  test("also when the index of words finds them", async () => {
    expect(await numbersOf({ lang: "en", q: "sextant", limit: 30 })).toEqual(range(5, 1300, 5));
  });

  test("neither skips nor repeats one when another is published meanwhile", async () => {
    const publishOne = () =>
      copyWorkshops(1, {
        starts_at: "'2029-02-01T09:30Z'::timestamptz",
        ends_at: "'2029-02-01T09:40Z'::timestamptz",
        title: `'{"en": "Astrolabe, sextant 9999"}'::jsonb`,
      });
    for (const q of ["astrolabe", "sextant"]) {
      await it.db.run(sql`delete from workshops where title ->> 'en' like '%9999'`);
      await it.deps.cache.invalidateAll();
      const before = await numbersOf({ lang: "en", q, limit: 50 });
      await it.deps.cache.invalidateAll();
      const seen = await numbersOf({ lang: "en", q, limit: 50 }, publishOne);
      expect(seen.filter((number) => number !== 9999)).toEqual(before);
    }
  });
});

test("what is over for days is put away, found when the days ask for it, and comes back with a new date", async () => {
  // A word of no title, which the comparison of titles does not find.
  const q = "gyroscope";
  await it.db.run(
    sql`update workshops set summary = '{"en": "A gyroscope"}' where title ->> 'en' = 'Remote collaboration'`,
  );
  const run = it.catalogue.scheduled.find(({ name }) => name === "catalogue.putAway")?.run;
  const search = async (query: ListWorkshopsQuery) => {
    await it.deps.cache.invalidateAll();
    return titles({ lang: "en", q, ...query });
  };
  it.clock.set("2027-01-18T09:00:00Z");
  await run?.();
  expect(await search({ from: "2027-01-17" })).toEqual(["Remote collaboration"]);
  it.clock.set("2027-02-01T09:00:00Z");
  await run?.();
  const putAway = sql`select count(*)::int as count from workshops where put_away_end = ends_at and title ->> 'en' = 'Remote collaboration'`;
  expect(await it.db.one(putAway)).toEqual({ count: 1 });
  expect(await search({})).toEqual([]);
  expect(await search({ from: "2027-01-17" })).toEqual(["Remote collaboration"]);
  expect(await search({ to: "2027-01-17" })).toEqual(["Remote collaboration"]);
  await it.db.run(sql`
    update workshops set starts_at = '2027-03-01T09:00Z', ends_at = '2027-03-01T10:00Z' where title ->> 'en' = 'Remote collaboration'`);
  expect(await search({})).toEqual(["Remote collaboration"]);
  it.clock.set("2027-01-15T09:00:00Z");
});

/** Copies of the first workshop, whose columns may be computed of the copy's number `n`. */
async function copyWorkshops(count: number, changes: Record<string, string>): Promise<void> {
  const { columns } = await it.db.one<{ columns: string }>(sql`
    select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
    where table_name = 'workshops' and is_generated = 'NEVER'`);
  const computed = Object.entries(changes).map(([column, value]) => `, '${column}', ${value}`);
  await it.db.run({
    text: `insert into workshops (${columns}) select ${columns} from (select (jsonb_populate_record(w,
        jsonb_build_object('id', gen_random_uuid(), 'slug_en', 'copy-' || gen_random_uuid(), 'slug_pl', null${computed.join("")}))).*
      from workshops w, generate_series(1, $1::int) n where w.slug_en = 'mediation-in-a-team' order by n) copy`,
    values: [count],
  });
}

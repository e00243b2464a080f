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
    const { columns } = await it.db.one<{ columns: string }>(sql`
      select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
      where table_name = 'workshops' and is_generated = 'NEVER'`);
    const { id } = (await it.catalogue.listWorkshops({ lang: "en", q: "mediation", limit: 1 })).items[0] ?? { id: "" };
    // The last one, in the table too, is still to come.
    const copied = `insert into workshops (${columns}) select ${columns} from (select (jsonb_populate_record(w,
      jsonb_build_object('id', gen_random_uuid(), 'slug_en', 'copy-' || n, 'slug_pl', null,
        'starts_at', y || '-01-01T09:00Z', 'ends_at', y || '-01-01T10:00Z'))).*
      from workshops w, generate_series(1, 401) n, lateral (select case when n > 400 then 2028 else 2026 end as y) year
      where w.id = $1 order by n) copy`;
    await it.db.run({ text: copied, values: [id] });
    expect((await it.catalogue.listWorkshops({ lang: "en", q: "mediatoin" })).total).toBe(2);
    const over = { lang: "en", q: "mediatoin", from: "2026-01-01", to: "2026-01-31" } as const;
    expect((await it.catalogue.listWorkshops(over)).total).toBe(300);
  });
});

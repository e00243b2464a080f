import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../server/platform/db/sql.ts";
import { type TestDatabase, testDatabase } from "../../server/testing/test-database.ts";
import { foldPolish, IRREGULAR, polishStem, STOP_WORDS } from "./polish-stem.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function stemsInSql(texts: string[]): Promise<string[]> {
  const statement = sql`select pl_stem_v1(t) as stem from unnest(${texts}::text[]) with ordinality as texts (t, place) order by place`;
  return (await database.db.many<{ stem: string }>(statement)).map((row) => row.stem);
}

describe("SQL and TypeScript give the same stems", () => {
  test("for every irregular form and stop word", async () => {
    const forms = Object.entries(IRREGULAR).flatMap(([base, list]) => [base, ...list.split(" ")]);
    const words = [...forms, ...STOP_WORDS.split(" ")];
    expect(new Set(words).size).toBe(words.length);
    expect(await stemsInSql(words)).toEqual(words.map(polishStem));
    for (const [base, list] of Object.entries(IRREGULAR)) {
      for (const form of list.split(" ")) expect(polishStem(form), form).toBe(polishStem(base));
    }
  });

  test("for random texts in the Polish alphabet", async () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aąbcćdeęfghijklłmnńoóprsśtuwyzźżAŁÓŻ"), maxLength: 9 });
    const ending = fc.constantFrom(
      "",
      "iowie",
      "owie",
      "iami",
      "ego",
      "ów",
      "em",
      "um",
      "ium",
      "anin",
      "dz",
      "rze",
      "iek",
      "en",
      "iec",
      "ej",
      "g",
      "t",
    );
    const gap = fc.constantFrom(" ", "-", "/", ", ", '"', ".", "_", "\n", "ü", "e\u0301", "ж");
    const text = fc.array(
      fc.tuple(letters, ending, gap).map((parts) => parts.join("")),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 100, maxLength: 200 }), async (batch) => {
        const texts = batch.map((parts) => parts.join(""));
        expect(await stemsInSql(texts)).toEqual(texts.map(polishStem));
      }),
      { numRuns: 30 },
    );
  });
});

test("marks are taken off whether they are part of the letter or follow it", () => {
  expect(foldPolish("Zażółć GĘŚLĄ jaźń")).toBe("zazolc gesla jazn");
  expect(foldPolish("Zażółć GĘŚLĄ jaźń".normalize("NFD"))).toBe("zazolc gesla jazn");
});

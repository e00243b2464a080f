import dictionary from "dictionary-pl";
import { expect, test } from "vitest";
import { sql } from "../../server/platform/db/sql.ts";
import { testDatabase } from "../../server/testing/test-database.ts";
import { groupBy } from "../kernel/group-by.ts";
import { polishStem } from "./polish-stem.ts";

/** A line of the spelling dictionary: a noun or an adjective, and the letters of the suffix classes that it takes. */
interface Entry {
  word: string;
  classes: string;
}

/** The suffix classes of index.aff that decline nouns and adjectives; the others conjugate verbs and derive words. */
const DECLENSIONS = "aKxXYNOQoqsTDSPRwtZzpruUVWlfMmnAC";
/** Every fortieth entry, so that the test takes seconds. The figures for all entries (a step of 1) are in decision 0004. */
const SAMPLE_STEP = 40;

const formsOf = readDeclensions();
const entries = readEntries();
const sample = entries.filter((_, index) => index % SAMPLE_STEP === 0);

test("the dictionary is read", () => {
  expect(entries.length).toBeGreaterThan(100_000);
  const warsztat = entries.filter(({ word }) => word === "warsztat").flatMap(formsOf);
  expect(warsztat).toEqual(expect.arrayContaining(["warsztacie", "warsztatów", "warsztatach"]));
});

test("at least 80 % of the forms get the stem of their word", () => {
  const isGrouped = sample.flatMap((entry) =>
    formsOf(entry).map((form) => polishStem(form) === polishStem(entry.word)),
  );
  expect(isGrouped.length).toBeGreaterThan(20_000);
  expect(percentOf(isGrouped)).toBeGreaterThanOrEqual(80);
});

test("at most 15 % of the words get the stem of a word that they share no form with", () => {
  const byStem = groupBy(entries, ({ word }) => polishStem(word));
  const isMerged = sample.map((entry) => {
    const own = new Set([entry.word, ...formsOf(entry)]);
    const sameStem = byStem.get(polishStem(entry.word)) ?? [];
    return sameStem.some((other) => ![other.word, ...formsOf(other)].some((form) => own.has(form)));
  });
  expect(isMerged.length).toBeGreaterThan(2_000);
  expect(percentOf(isMerged)).toBeLessThanOrEqual(15);
});

test("SQL and TypeScript agree on thousands of dictionary forms", async () => {
  const { db, close } = await testDatabase();
  const words = sample.flatMap((entry) => [entry.word, ...formsOf(entry)]);
  const statement = sql`select pl_stem_v1(w) as stem from unnest(${words}::text[]) with ordinality as words (w, place) order by place`;
  const stems = (await db.many<{ stem: string }>(statement)).map(({ stem }) => stem);
  await close();
  expect(stems).toEqual(words.map(polishStem));
});

function percentOf(claims: boolean[]): number {
  return (100 * claims.filter(Boolean).length) / claims.length;
}

/** Leaves out names, and the "nie-" words, which repeat the others. */
function readEntries(): Entry[] {
  const isDeclined = new RegExp(`[${DECLENSIONS}]`);
  return linesOf(dictionary.dic)
    .filter((line) => /^(?!nie)\p{Ll}{3,}\//u.test(line))
    .map((line) => ({ word: line.slice(0, line.indexOf("/")), classes: line.slice(line.indexOf("/") + 1) }))
    .filter(({ classes }) => isDeclined.test(classes));
}

/** Reads the lines `SFX class cut-off added condition` of index.aff. */
function readDeclensions(): (entry: Entry) => string[] {
  const rules = linesOf(dictionary.aff)
    .map((line) => line.split(/\s+/))
    .filter((fields) => fields.length >= 5 && fields[0] === "SFX")
    .map(([, suffixClass = "", cut = "", added = "", condition = ""]) => ({
      suffixClass,
      cut: cut === "0" ? "" : cut,
      added: added === "0" ? "" : added,
      condition: new RegExp(`(?:${condition})$`),
    }))
    .filter(({ suffixClass }) => DECLENSIONS.includes(suffixClass));
  const byClass = groupBy(rules, ({ suffixClass }) => suffixClass);
  return ({ word, classes }) => {
    const fitting = [...classes]
      .flatMap((suffixClass) => byClass.get(suffixClass) ?? [])
      .filter(({ cut, condition }) => word.endsWith(cut) && condition.test(word));
    const forms = new Set(fitting.map(({ cut, added }) => word.slice(0, word.length - cut.length) + added));
    forms.delete(word);
    return [...forms];
  };
}

function linesOf(file: Uint8Array): string[] {
  return new TextDecoder().decode(file).split(/\r?\n/);
}

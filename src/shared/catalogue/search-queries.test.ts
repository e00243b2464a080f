import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../server/platform/db/sql.ts";
import { type TestDatabase, testDatabase } from "../../server/testing/test-database.ts";
import { anyCharacter } from "../kernel/any-character.testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Looks for whole words, without the help that an unfinished last word gets. */
async function isFound(query: string, title: string): Promise<boolean> {
  const statement = sql`select to_tsvector('simple', pl_stem_v1(${title})) @@ search_query_pl(${`${query} `}) as found`;
  return (await database.db.one<{ found: boolean }>(statement)).found;
}

async function queryOf(language: "pl" | "en", typed: string): Promise<string> {
  const call = language === "pl" ? sql`search_query_pl(${typed})` : sql`search_query_en(${typed})`;
  return (await database.db.one<{ query: string }>(sql`select ${call}::text as query`)).query;
}

const titlesFoundBy: [query: string, title: string][] = [
  ["mediacji", "Mediacja rówieśnicza"],
  ["mediacja", "O mediacjach w szkole"],
  ["mediację", "Mediacje rodzinne"],
  ["zespołu", "Zespół, który się słucha"],
  ["zespole", "Praca w zespołach"],
  ["zespół", "Rozmowy w zespole"],
  ["praca zespołowa", "Jak pracę zespołu uczynić lżejszą"],
  ["konfliktów", "Konflikt w klasie"],
  ["konflikt", "O konfliktach bez lęku"],
  ["konflikcie", "Konflikty sąsiedzkie"],
  ["spotkań", "Spotkanie otwarte"],
  ["spotkanie", "Po spotkaniach"],
  ["rozmów", "Trudna rozmowa"],
  ["rozmowa", "O rozmowach z młodzieżą"],
  ["rozmowie", "Sztuka rozmowy"],
  ["przywództwa", "Przywództwo"],
  ["przywództwo", "O przywództwie kobiet"],
  ["burza mózgów", "Burzę mózgów prowadzi każdy"],
  ['"burza mózgów"', "Technika burzy mózgów"],
  ["emocji", "Emocje w grupie"],
  ["emocje", "Praca z emocjami"],
  ["wdrożenia", "Wdrożenie zmiany"],
  ["wdrożeń", "Po wdrożeniu"],
  ["współpracy", "Współpraca"],
  ["współpraca", "Razem, czyli o współpracę warto dbać"],
  ["równowagi", "Równowaga"],
  ["równowaga", "Życie w równowadze"],
  ["pracę", "Praca i życie"],
  ["praca", "Godzenie pracy z opieką"],
  ["społeczność", "Społeczności sąsiedzkie"],
  ["wizji", "Wizja dzielnicy"],
  ["wizja", "Tworzymy wizję"],
  ["warsztaty", "Warsztat pisania"],
  ["warsztat", "Na warsztatach"],
  ["warsztatów", "Po warsztacie"],
  ["dziecko", "Rozmowy z dziećmi"],
  ["dzieci", "Gdy dziecko milczy"],
  ["miasto", "Zieleń w mieście"],
  ["człowiek", "Ludzie i miejsca"],
  ["ludzie", "Człowiekowi nie jest wszystko jedno"],
  ["ręka", "Wszystko w naszych rękach"],
  ["tydzień", "Cztery tygodnie uważności"],
  ["przyjaciel", "Wśród przyjaciół"],
  ["brat", "Bracia i siostry"],
  ["rok", "Sto lat samorządu"],
  ["oko", "Oczami dziecka"],
  ["książka", "Klub miłośników książek"],
  ["nadzieja", "Szkoła nadziei"],
  ["trener", "Szkolenie trenerów i trenerek, prowadzone przez trenerów"],
  ["uczestnicy", "Poradnik uczestnika"],
  ["idea", "Spacer śladem idei"],
  ["płeć", "Równość płci"],
  ["miesiąc", "Sześć miesięcy razem"],
  ["sąsiedzi", "Dzień sąsiada"],
  ["błędy", "Prawo do błędu; błąd jako nauczyciel"],
  ["dorośli", "Teatr dla dorosłych"],
  ["zespol", "Zespół bez polskich znaków"],
  ["negocjacje", "Mediacja/negocjacje"],
];

describe("Polish words are found in whatever form they were written", () => {
  test.each(titlesFoundBy)("%s → %s", async (query, title) => {
    expect(await isFound(query, title)).toBe(true);
  });

  test.each([
    ["prasa", "Praca"],
    ["miesiąc", "Miasto"],
    ["zespół", "Zespawane"],
    ["rok", "Rak"],
    ["mediacja", "Media społecznościowe"],
    ["zdrowie", "Zdrada"],
    ["sen", "Senat"],
  ])("%s is not %s", async (query, title) => {
    expect(await isFound(query, title)).toBe(false);
  });
});

describe("what is typed becomes a query", () => {
  test.each([
    ["burza lub emocje ", "'bur' | 'emocj'"],
    ["burza OR emocje ", "'bur' | 'emocj'"],
    ["praca -zespół ", "'prac' & !'zespol'"],
    ["„burza mózgów” ", "'bur' <-> 'mozd'"],
    ["praca w zespole ", "'prac' & 'zespol'"],
    ["praca and zespół ", "'prac' & 'zespol'"],
    ["-w zespole ", "'zespol'"],
    ["lub zespół ", "'zespol'"],
    ["praca - zespół ", "'prac' & 'zespol'"],
    ["konflik", "'konflic' | 'konflik':*"],
    ["praca zesp", "'prac' & ( 'zesp' | 'zesp':* )"],
    ["-zesp", "!'zesp'"],
    ['"zesp', "'zesp'"],
    ["i", ""],
    ["", ""],
  ])("in Polish: %j → %s", async (typed, query) => {
    expect(await queryOf("pl", typed)).toBe(query);
  });

  test.each([
    ["the teams", "'team' | 'teams':*"],
    ["Facilitating", "'facilit' | 'facilitating':*"],
    ["team or coaching ", "'team' | 'coach'"],
    ['"peer mediation" -school', "'peer' <-> 'mediat' & !'school'"],
    ["the", ""],
  ])("in English: %j → %s", async (typed, query) => {
    expect(await queryOf("en", typed)).toBe(query);
  });

  test("nothing that can be typed makes it fail", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        "-",
        "'",
        "\\",
        ":*",
        "&",
        "|",
        "!",
        "(",
        ")",
        "<->",
        " ",
        "or",
        "lub",
        "w",
        "zespół",
        "the",
        "1e9",
        "a.b/c@d",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
      fc.string({ unit: anyCharacter, maxLength: 3 }).map((text) => text.replaceAll("\0", "").toWellFormed()),
    );
    const typed = fc.array(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
      { minLength: 50, maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(typed, async (texts) => {
        await database.db.many(
          sql`select search_query_pl(q), search_query_en(q) from unnest(${texts}::text[]) as typed (q)`,
        );
      }),
      { numRuns: 5 },
    );
  });
});

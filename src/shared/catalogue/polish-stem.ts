/**
 * The Polish stemmer of the search, for marking matches in a text. It must answer exactly what `pl_stem_v1` of
 * `migrations/0003-search.sql` answers; polish-stem.test.ts holds the two together. The rules are explained there.
 */

/** Words that carry no meaning of their own: neither indexed nor asked for. */
export const STOP_WORDS = "a albo czy dla do i jest lub na o od oraz po sa sie to u w we z za ze";

/** Dictionary form → the forms that the endings cannot lead back to it. */
export const IRREGULAR: Readonly<Record<string, string>> = {
  blad: "bledu bledowi bledem bledzie bledy bledow bledom bledami bledach",
  cecha: "cesze",
  cialo: "ciele",
  czlowiek: "ludzie ludzi ludziom ludzmi ludziach",
  doswiadczony: "doswiadczeni",
  dziecko: "dzieci dzieciom dziecmi dzieciach",
  dzien: "dnia dniowi dniem dniu dni dnie dniom dniami dniach",
  dziewczyna: "dziewczeta dziewczat dziewczetom dziewczetami dziewczetach",
  gra: "gry grze gre gier grami grach",
  gwiazda: "gwiezdzie",
  imie: "imienia imieniu imieniem imiona imion imionom imionami imionach",
  kosciol: "kosciele",
  krag: "kregu kregowi kregiem kregi kregow kregom kregami kregach",
  krew: "krwi krwia",
  ksiadz: "ksiedza ksiedzu ksiedzem ksieza ksiezy",
  ksiega: "ksiag",
  kwiat: "kwiecie",
  las: "lesie",
  maz: "meza mezowi mezem mezu mezowie mezow mezom mezami mezach",
  miara: "mierze",
  miasto: "miescie",
  miesiac: "miesiecy",
  mlodszy: "mlodsi",
  ofiara: "ofierze",
  ojciec: "ojca ojcu ojcem ojcze ojcowie ojcow ojcom ojcami ojcach",
  oko: "oka oku okiem oczy oczu oczom oczami oczyma oczach",
  pan: "panowie",
  pieniadz: "pieniedzy pieniedzmi",
  pies: "psa psu psem psie psy psow psom psami psach",
  plec: "plci plcia plciom plciami plciach",
  powiat: "powiecie",
  przyjaciel: "przyjaciol przyjaciolom przyjaciolmi przyjaciolach",
  ramie: "ramienia ramieniu ramieniem ramiona ramion ramionom ramionami ramionach",
  reka: "rekoma",
  rok: "lata lat latom latami latach",
  sasiad: "sasiedzie sasiedzi",
  sen: "snu snem snie sny snow snom snami snach",
  starszy: "starsi",
  swiat: "swiecie",
  syn: "synowie",
  tysiac: "tysiecy",
  tydzien: "tygodnia tygodniowi tygodniem tygodniu tygodnie tygodni tygodniom tygodniami tygodniach",
  ucho: "uszy uszu uszom uszami uszach",
  urzad: "urzedu urzedowi urzedem urzedzie urzedy urzedow urzedom urzedami urzedach",
  wiara: "wierze",
  wies: "wsi wsia wsie wsiom wsiami wsiach",
  wyjazd: "wyjezdzie",
  wykluczony: "wykluczeni",
  zjazd: "zjezdzie",
  zwierze: "zwierzecia zwierzeciu zwierzeciem zwierzeta zwierzat zwierzetom zwierzetami zwierzetach",
};

const baseForms = new Map([
  ...STOP_WORDS.split(" ").map((word) => [word, ""] as const),
  ...Object.entries(IRREGULAR).flatMap(([base, forms]) => forms.split(" ").map((form) => [form, base] as const)),
]);

/** Small letters without marks: "Łódź" → "lodz". */
export function foldPolish(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0327\u0328]/g, "")
    .replaceAll("ł", "l")
    .replaceAll("ß", "s");
}

/** The text with every word reduced to its stem: "Mediacje w zespołach" → "mediacj  zespol". Stop words become empty. */
export function polishStem(text: string): string {
  return foldPolish(text)
    .replace(/[./@:<>&~]/g, " ")
    .replace(/\w+/g, (word) => stemOf(baseForms.get(word) ?? word));
}

function stemOf(word: string): string {
  return word
    .replace(
      /^(?:(\w{4,}?)i?owie|(\w{3,}?)(?:i?owi|i?ego|i?emu|i?ami|[iy]mi|i?ach|[iy]ch|i?ej|i?em|i?om|i?ow|[iy]m|mi|i[aeiou]|[aeiouy]))$/,
      "$1$2",
    )
    .replace(/^(\w{4,}?)(?:i?um|ow|[oeiy]m|(?<=an)in)$/, "$1")
    .replace(/(?<=\w\w)([dr])z$/, "$1")
    .replace(/(?<=\w\w)g$/, "d")
    .replace(/(?<=\w\w)[tk]$/, "c")
    .replace(/(?<=\w\w)(?:([aeou])j|([bcdfghjklmnprstwz])i?e([clnr]))$/, "$1$2$3");
}

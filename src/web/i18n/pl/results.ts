import { plural } from "../../../shared/kernel/plural.ts";
import type { en } from "../en/results.ts";
import { formatNumber } from "../format.ts";
import type { Widen } from "../widen.ts";

const number = (n: number) => formatNumber("pl", n);

export const pl: Widen<typeof en> = {
  title: "Wyniki",
  untitled: "Ankieta bez tytułu",
  toBuilder: "Ankieta",
  respondents: (n) =>
    `${number(n)} ${plural("pl", n, { one: "osoba odpowiedziała", few: "osoby odpowiedziały", many: "osób odpowiedziało", other: "osoby odpowiedziały" })}`,
  releasedAt: (time) => `stan z ${time}`,
  stepsTitle: "Dlaczego wyniki przychodzą partiami",
  steps: (n) =>
    `Następne liczby pojawią się, gdy odpowie co najmniej ${number(n)} kolejnych osób. Inaczej wystarczyłoby odjąć od siebie dwa odczyty tej strony, żeby poznać odpowiedzi jednej osoby.`,
  tooFewTitle: (n) => `Odpowiedziało mniej niż ${number(n)} osób`,
  tooFewText: "Do tego czasu nie pokazujemy niczego, także Tobie: liczba o kilku osobach jest liczbą o kimś.",
  suppressedQuestion: "Na to pytanie odpowiedziało zbyt mało osób, by cokolwiek pokazać.",
  answered: (n) =>
    `${number(n)} ${plural("pl", n, { one: "odpowiedź", few: "odpowiedzi", many: "odpowiedzi", other: "odpowiedzi" })}`,
  mean: "Średnia",
  median: "Mediana",
  standardDeviation: "Odchylenie standardowe",
  several: "Można było wybrać kilka odpowiedzi.",
  noTexts: "Nikt tu niczego nie napisał.",
  showAll: (n) => `Pokaż wszystkie (${number(n)})`,
  untitledSection: "Część",
  export: "Eksportuj do CSV",
  exportCodes: "Odpowiedzi jako kody",
  exportTexts: "Odpowiedzi jako teksty",
  download: "Pobierz",
  downloadOf: (question) => `Pobierz: ${question}`,
  asPng: "Obraz (PNG)",
  asSvg: "Rysunek (SVG)",
  asCsv: "Tabela (CSV)",
  columns: { answer: "Odpowiedź", count: "n", share: "Udział" },
  exportTitle: "Eksport",
  exportText: "Jeden wiersz na osobę, pod pseudonimem. Każdy eksport trafia do dziennika zdarzeń.",
  scaleEnds: (from, to) => `${from} → ${to}`,
  ends: {
    nps: { from: "wcale", to: "z całą pewnością" },
    rating: { from: "1 gwiazdka", to: "5 gwiazdek" },
  },
};

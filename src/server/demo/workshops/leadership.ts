import type { DemoWorkshop } from "../demo-content.ts";

export const leadership: DemoWorkshop = {
  code: "leadership",
  title: { en: "Leading without a throne", pl: "Przywództwo bez tronu" },
  subtitle: {
    en: "For people who became managers because they were good at something else",
    pl: "Dla osób, które zostały szefami, bo były dobre w czymś innym",
  },
  summary: {
    en: "Yesterday you did the work; today you answer for people who do it. Three Thursdays, two weeks apart, about what changes: what to hand over and how, how to speak about poor work, how to use power one did not ask for. Between meetings you observe your own team. The group is small, so we ask for a short application.",
    pl: "Wczoraj robiliście robotę, dziś odpowiadacie za ludzi, którzy ją robią. Trzy czwartki, co dwa tygodnie, o tym, co się zmienia: co i jak oddać innym, jak mówić o słabej pracy, jak używać władzy, o którą się nie prosiło. Między spotkaniami przyglądacie się własnemu zespołowi. Grupa jest mała, więc prosimy o krótkie zgłoszenie.",
  },
  description: {
    en: `
The best nurse becomes the ward sister, the best programmer the team leader. Nobody asks whether they know how. Most of them
learn by copying the bosses they had, or by doing the opposite, which is also a way of copying.

## Three Thursdays

1. What is no longer mine. Handing work over so that it stays handed over: the purpose, the limits, the date, and a hand
   that does not reach back.
2. What I say about work. A conversation about a mistake, about a good result (harder than it seems), and about a person
   who has been doing less for half a year.
3. What I do with power. Who gets the interesting tasks, who is interrupted, whose holiday is moved. Small decisions that
   a team remembers for longer than any strategy.

## Between the meetings

You get one observation task at a time: for instance, count for a week who speaks first at your meetings. You bring numbers
and surprises; we look for explanations together, and do not stop at character.

We accept people who manage at least two others, in any field: a bakery and a library are just as interesting as a software
house.`,
    pl: `
Najlepsza pielęgniarka zostaje oddziałową, najlepszy programista – liderem zespołu. Nikt nie pyta, czy umieją. Większość uczy
się, naśladując szefów, których miała, albo robiąc wszystko na odwrót, co też jest rodzajem naśladowania.

## Trzy czwartki

1. Co już nie jest moje. Oddawanie pracy tak, żeby została oddana: cel, granice, termin i ręka, która nie sięga z powrotem.
2. Co mówię o pracy. Rozmowa o błędzie, o dobrym wyniku (trudniejsza, niż się zdaje) i o kimś, kto od pół roku robi coraz
   mniej.
3. Co robię z władzą. Kto dostaje ciekawe zadania, komu się przerywa, czyj urlop się przesuwa. Drobne decyzje, które zespół
   pamięta dłużej niż jakąkolwiek strategię.

## Między spotkaniami

Za każdym razem dostajecie jedno zadanie do obserwacji, na przykład: przez tydzień liczcie, kto na zebraniach odzywa się
pierwszy. Przynosicie liczby i zaskoczenia, a wyjaśnień szukamy wspólnie – i nie poprzestajemy na „taki już ma charakter”.

Przyjmujemy osoby, które kierują przynajmniej dwiema innymi, wszystko jedno w jakiej branży: piekarnia i biblioteka są równie
ciekawe jak firma informatyczna.`,
  },
  objectives: [
    { en: "Delegate so that the work does not come back", pl: "Delegować tak, żeby praca nie wracała" },
    { en: "Speak about good and poor work in concrete terms", pl: "Mówić o dobrej i słabej pracy konkretnie" },
    {
      en: "Notice one's own small decisions that divide a team",
      pl: "Zauważać własne drobne decyzje, które dzielą zespół",
    },
    {
      en: "Build a way of leading that is neither imitation nor revolt",
      pl: "Zbudować własny sposób kierowania – ani kopię, ani bunt",
    },
    { en: "Ask a team for criticism and survive it", pl: "Prosić zespół o krytykę i wychodzić z tego cało" },
  ],
  requirements: [
    { en: "At least two people who report to you", pl: "Co najmniej dwie osoby, którymi kierujecie" },
    {
      en: "A short application: what surprised you in the role of a boss",
      pl: "Krótkie zgłoszenie: co was zaskoczyło w roli szefa",
    },
    { en: "Presence at all three meetings", pl: "Obecność na wszystkich trzech spotkaniach" },
  ],
  category: "leadership",
  tagCodes: ["leadership", "team", "feedback", "advanced", "on-site", "managers"],
  capacity: 12,
  priceZloty: 690,
  needsApproval: true,
  confirmsAtOnce: false,
  place: "kotwica",
  facilitators: [
    { code: "sarnecki", part: "lead" },
    { code: "drozdek", part: "assistant" },
  ],
  sessions: [
    {
      title: { en: "What is no longer mine", pl: "Co już nie jest moje" },
      description: {
        en: "Handing work over for good.",
        pl: "O oddawaniu pracy na dobre.",
      },
      week: 5,
      weekday: 4,
      from: "09:00",
      until: "15:00",
      place: "kotwica",
    },
    {
      title: { en: "What I say about work", pl: "Co mówię o pracy" },
      description: {
        en: "Mistakes, good results and half a year of doing less.",
        pl: "Błędy, dobre wyniki i pół roku robienia coraz mniej.",
      },
      week: 7,
      weekday: 4,
      from: "09:00",
      until: "15:00",
      place: "kotwica",
    },
    {
      title: { en: "What I do with power", pl: "Co robię z władzą" },
      description: {
        en: "Your counts and observations on one wall.",
        pl: "Wasze liczby i obserwacje na jednej ścianie.",
      },
      week: 9,
      weekday: 4,
      from: "09:00",
      until: "15:00",
      place: "kotwica",
    },
  ],
  enrolled: { confirmed: 7, waiting: 0, pending: 4, cancelled: 0 },
};

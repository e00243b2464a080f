import type { DemoWorkshop } from "../demo-content.ts";

export const brainstorming: DemoWorkshop = {
  code: "brainstorming",
  title: {
    en: "Brainstorming that does not end with the loudest",
    pl: "Burza mózgów, której nie wygrywa najgłośniejszy",
  },
  subtitle: {
    en: "Looking for ideas in silence, in writing and in good order",
    pl: "O szukaniu pomysłów w ciszy, na piśmie i po kolei",
  },
  summary: {
    en: "A circle, a flipchart, “no bad ideas” – and after ten minutes three people are talking. On two evenings we try ways that work better: writing before speaking, building on other people's sheets, deliberately bad ideas, and choosing that does not kill the odd ones. On your own topic, with a harvest to take home.",
    pl: "Krąg, flipchart, „nie ma złych pomysłów” – i po dziesięciu minutach mówią trzy osoby. Przez dwa wieczory próbujemy sposobów, które działają lepiej: najpierw pisać, potem mówić, dopisywać się do cudzych kartek, zaczynać od złych pomysłów i wybierać tak, żeby nie zginęły te dziwne. Na waszym temacie, z plonem do zabrania.",
  },
  description: {
    en: `
Groups that shout out ideas in turn often come up with fewer of them than the same people writing on their own. While one
person speaks, the others wait, forget, and adapt to what has already been said. This does not mean that a group is no use.
It means that a group needs an order of work.

## Evening of plenty

We try four ways on one common question, and count. Not only how many ideas there are, but whose: did those with less
seniority write anything, or those for whom Polish is a second language?

- alone, in silence, seven minutes,
- on sheets that go round the table,
- from the worst solution backwards,
- from somebody else's trade: how would a baker, a nurse, a lighthouse keeper go about it?

## Evening of choice

Choosing is the harder half. We sort, join and reject, and look at how a vote with dots favours ideas that are already
familiar. Then we set aside one odd idea with a guardian whose task is to defend it for a week.`,
    pl: `
Grupa, która rzuca pomysły na głos, wymyśla ich nieraz mniej niż te same osoby piszące w pojedynkę. Kiedy jedna mówi, reszta
czeka, zapomina i dopasowuje się do tego, co już padło. Nie znaczy to, że grupa jest niepotrzebna. Znaczy tylko, że potrzebuje
porządku pracy.

## Wieczór obfitości

Na jednym wspólnym pytaniu próbujemy czterech sposobów i liczymy. Nie tylko to, ile jest pomysłów, ale też czyje są: czy coś
napisały osoby z krótszym stażem? A te, dla których polski jest drugim językiem?

- osobno, w ciszy, siedem minut,
- na kartkach, które krążą wokół stołu,
- od najgorszego rozwiązania wstecz,
- z cudzego fachu: jak wzięliby się do tego piekarz, pielęgniarka, latarnik?

## Wieczór wyboru

Wybieranie to ta trudniejsza połowa. Porządkujemy, łączymy, odrzucamy i patrzymy, jak głosowanie kropkami sprzyja pomysłom już
znajomym. Na koniec jeden dziwny pomysł dostaje opiekuna, który ma go bronić przez tydzień.`,
  },
  objectives: [
    {
      en: "Lead a session in which everyone contributes, not only the bold",
      pl: "Prowadzić spotkanie, na którym pomysły mają wszyscy, nie tylko śmiali",
    },
    {
      en: "Know four ways of working and when each of them fits",
      pl: "Znać cztery sposoby pracy i wiedzieć, kiedy który pasuje",
    },
    { en: "Choose without losing unusual ideas", pl: "Wybierać, nie gubiąc nietypowych pomysłów" },
  ],
  requirements: [
    {
      en: "One open question from your work or association, in a single sentence",
      pl: "Jedno otwarte pytanie z pracy albo ze stowarzyszenia, zapisane w jednym zdaniu",
    },
    { en: "Something to write with that you like", pl: "Coś do pisania, czym pisze się wam dobrze" },
  ],
  category: "creativity",
  tagCodes: ["creativity", "team", "facilitation", "problem-solving", "beginner", "on-site", "everyone"],
  capacity: 22,
  priceZloty: 120,
  needsApproval: false,
  confirmsAtOnce: true,
  place: "mlyn",
  facilitators: [{ code: "pietrucha", part: "lead" }],
  sessions: [
    {
      title: { en: "An evening of plenty", pl: "Wieczór obfitości" },
      description: {
        en: "Four ways, one question, and a careful count.",
        pl: "Cztery sposoby, jedno pytanie i uczciwe liczenie.",
      },
      week: 8,
      weekday: 2,
      from: "17:30",
      until: "20:00",
      place: "mlyn",
    },
    {
      title: { en: "An evening of choice", pl: "Wieczór wyboru" },
      description: {
        en: "Sorting, rejecting, and a guardian for the odd idea.",
        pl: "Porządkowanie, odrzucanie i opiekun dla dziwnego pomysłu.",
      },
      week: 8,
      weekday: 3,
      from: "17:30",
      until: "20:00",
      place: "mlyn",
    },
  ],
  enrolled: { confirmed: 8, waiting: 0, pending: 0, cancelled: 0 },
};

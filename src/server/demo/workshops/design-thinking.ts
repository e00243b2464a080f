import type { DemoWorkshop } from "../demo-content.ts";

export const designThinking: DemoWorkshop = {
  code: "design-thinking",
  title: { en: "First look, then invent", pl: "Najpierw patrz, potem wymyślaj" },
  subtitle: {
    en: "Design thinking on a matter from your own town",
    pl: "Design thinking na sprawie z własnego miasta",
  },
  summary: {
    en: "Two days in an old boatyard with a real matter on the table: a waiting room, a bus stop, a library returns desk. You go out, watch people, talk with them, come back with a better question, build something out of cardboard, and show it to those who are to use it. A method you learn with your feet.",
    pl: "Dwa dni w starej szkutni z prawdziwą sprawą na stole: poczekalnią, przystankiem, okienkiem zwrotów w bibliotece. Wychodzicie w miasto, patrzycie, rozmawiacie, wracacie z lepszym pytaniem, budujecie coś z tektury i pokazujecie tym, którzy mają z tego korzystać. Metoda, której uczy się nogami.",
  },
  description: {
    en: `
Design thinking has been drawn on so many slides that it is easy to forget what it is about: do not solve a problem before
you have seen it. On paper that takes five hexagons. In life it takes two hours in a waiting room, and the courage to admit
that we came with the wrong question.

## On Friday: out of the building

In groups of four you take one matter. Two people observe and note what is done, not what is said; two talk to those who
use the place and those who work in it. In the evening all the notes go up on the wall, and from them a question that nobody
had in the morning.

## On Saturday: cardboard

- Thirty ideas in thirty minutes, including deliberately bad ones.
- One of them built at full size out of what is at hand.
- A trial with invited guests; you watch in silence while they use it in a way you did not intend.
- A second version, made out of that silence.

At the end each group writes one page for the owner of the place: what we saw, what we tried, what we would do on Monday. The
owners promise to read it. They do not promise more, and we think that is fair.`,
    pl: `
Design thinking narysowano już na tylu slajdach, że łatwo zapomnieć, o co w nim chodzi: nie rozwiązuj problemu, zanim go nie
zobaczysz. Na papierze wystarczy na to pięć sześciokątów. W życiu potrzeba dwóch godzin w poczekalni i odwagi, żeby przyznać, że
przyszliśmy z niewłaściwym pytaniem.

## W piątek: z dala od biurka

W czwórkach bierzecie na warsztat jedną sprawę. Dwie osoby obserwują i zapisują, co się robi, a nie co się mówi; dwie rozmawiają
z tymi, którzy z miejsca korzystają, i z tymi, którzy w nim pracują. Wieczorem wszystkie notatki trafiają na ścianę, a z nich
rodzi się pytanie, którego rano nikt nie miał.

## W sobotę: tektura

- Trzydzieści pomysłów w trzydzieści minut, w tym celowo złe.
- Jeden z nich zbudowany w naturalnej wielkości z tego, co jest pod ręką.
- Próba z zaproszonymi gośćmi: patrzycie w milczeniu, jak używają tego nie tak, jak miało być.
- Druga wersja, zrobiona z tego milczenia.

Na koniec każda grupa pisze gospodarzowi miejsca jedną stronę: co widzieliśmy, co wypróbowaliśmy, co zrobilibyśmy
w poniedziałek. Gospodarze obiecują, że przeczytają. Więcej nie obiecują i uważamy, że to uczciwe.`,
  },
  objectives: [
    {
      en: "Observe what people do and write it down without judging",
      pl: "Obserwować, co ludzie robią, i zapisywać to bez oceniania",
    },
    {
      en: "Turn observations into a question worth solving",
      pl: "Zamieniać obserwacje w pytanie, które warto rozwiązać",
    },
    {
      en: "Build a prototype in an hour and part with it in a minute",
      pl: "Zbudować prototyp w godzinę i pożegnać się z nim w minutę",
    },
    { en: "Test without persuading", pl: "Testować bez namawiania" },
  ],
  requirements: [
    {
      en: "Shoes and a jacket for two hours in town, whatever the weather",
      pl: "Buty i kurtka na dwie godziny w mieście, bez względu na pogodę",
    },
    { en: "No drawing skills needed", pl: "Nie trzeba umieć rysować" },
  ],
  category: "creativity",
  tagCodes: ["creativity", "problem-solving", "intermediate", "on-site", "everyone"],
  capacity: 20,
  priceZloty: 390,
  needsApproval: false,
  confirmsAtOnce: false,
  place: "szkutnia",
  facilitators: [{ code: "pietrucha", part: "lead" }],
  sessions: [
    {
      title: { en: "Out of the building", pl: "Z dala od biurka" },
      description: {
        en: "Observation and conversations in town, in fours.",
        pl: "Obserwacje i rozmowy w mieście, w czwórkach.",
      },
      week: 7,
      weekday: 5,
      from: "11:00",
      until: "19:00",
      place: "szkutnia",
    },
    {
      title: { en: "Cardboard", pl: "Tektura" },
      description: {
        en: "Ideas, a prototype, a trial with guests and a second version.",
        pl: "Pomysły, prototyp, próba z gośćmi i druga wersja.",
      },
      week: 7,
      weekday: 6,
      from: "10:00",
      until: "17:00",
      place: "szkutnia",
    },
  ],
  enrolled: { confirmed: 11, waiting: 0, pending: 0, cancelled: 1 },
};

import type { DemoFacilitator } from "./demo-content.ts";

/** Invented people: what they do and how they work, nothing about a life. */
export const facilitators: DemoFacilitator[] = [
  {
    code: "dworzak",
    name: "Jagna Dworzak",
    bio: {
      en: "Mediator. Works with teams and families in which people have stopped talking to each other, or talk too much. Starts from what everyone saw and heard, and only then asks what it meant to them. Leaves room for silence and never pushes for an agreement by the end of the day.",
      pl: "Mediatorka. Pracuje z zespołami i rodzinami, w których ludzie przestali ze sobą rozmawiać albo rozmawiają aż za dużo. Zaczyna od tego, co kto widział i słyszał, a dopiero potem pyta, co to dla kogo znaczyło. Nie boi się ciszy i nie goni do ugody przed końcem dnia.",
    },
  },
  {
    code: "sarnecki",
    name: "Tymon Sarnecki",
    bio: {
      en: "Facilitator of group processes. Prefers tasks from a team's real week to games, and drawings on a wall to slides. Believes that a group knows more than its trainer and that the trainer's job is to make this visible.",
      pl: "Prowadzi procesy grupowe. Zamiast gier woli zadania z prawdziwego tygodnia zespołu, zamiast slajdów – rysunki na ścianie. Uważa, że grupa wie więcej niż trener, a zadaniem trenera jest to pokazać.",
    },
  },
  {
    code: "ostrzycka",
    name: "Kalina Ostrzycka",
    bio: {
      en: "Psychologist who works with adults on emotions, rest and overload. Combines short exercises with plain explanations of what research does and does not support. Everyone may skip an exercise without giving a reason.",
      pl: "Psycholożka. Zajmuje się emocjami, odpoczynkiem i przeciążeniem u dorosłych. Krótkie ćwiczenia łączy z przystępnym objaśnieniem, co badania potwierdzają, a czego nie. Każde ćwiczenie można pominąć bez podawania powodu.",
    },
  },
  {
    code: "wilczak",
    name: "Bruno Wilczak",
    bio: {
      en: "Work organiser who helps scattered teams to agree on simple rules: what goes into a message, what into a document, and what deserves a meeting. Measures a good change by the number of things that nobody has to remember any more.",
      pl: "Organizator pracy. Pomaga rozproszonym zespołom umówić się na proste zasady: co piszemy w wiadomości, co w dokumencie, a co jest warte spotkania. Dobrą zmianę poznaje po tym, o ilu rzeczach nikt już nie musi pamiętać.",
    },
  },
  {
    code: "drozdek",
    name: "Malwina Drozdek",
    bio: {
      en: "Sociologist of everyday life. Leads conversations in which neighbours, co-operatives and small organisations decide what they want to be. Begins with questions to which nobody knows the right answer, and keeps minority opinions in the minutes.",
      pl: "Socjolożka codzienności. Prowadzi rozmowy, w których sąsiedzi, spółdzielnie i małe organizacje ustalają, czym chcą być. Zaczyna od pytań, na które nikt nie zna dobrej odpowiedzi, i pilnuje, żeby zdania mniejszości trafiały do protokołu.",
    },
  },
  {
    code: "pietrucha",
    name: "Oskar Pietrucha",
    bio: {
      en: "Designer of services and a patient observer of queues, forms and waiting rooms. Teaches people to look before they invent. His prototypes are made of cardboard, because nobody regrets throwing cardboard away.",
      pl: "Projektant usług, cierpliwy obserwator kolejek, formularzy i poczekalni. Uczy, żeby najpierw patrzeć, a potem wymyślać. Prototypy robi z tektury, bo tektury nikomu nie żal wyrzucić.",
    },
  },
];

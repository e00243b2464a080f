import type { DemoWorkshop } from "../demo-content.ts";

export const remoteCollaboration: DemoWorkshop = {
  code: "remote-collaboration",
  title: { en: "Together from a distance", pl: "Razem na odległość" },
  subtitle: {
    en: "Remote collaboration without twelve calls a week",
    pl: "Współpraca zdalna bez dwunastu wideorozmów w tygodniu",
  },
  summary: {
    en: "Three mornings online for people who share work but not a room. We sort out which matters need a conversation and which need a well-written note, agree on answering times that let people think, and look for what a corridor used to do without our noticing.",
    pl: "Trzy przedpołudnia online dla osób, które dzielą pracę, ale nie pokój. Ustalamy, co wymaga rozmowy, a co dobrze napisanej notatki, umawiamy się na takie czasy odpowiedzi, żeby dało się myśleć, i szukamy tego, co kiedyś niepostrzeżenie załatwiał korytarz.",
  },
  description: {
    en: `
When a team moves online, its meetings move first. They are the easiest thing to copy and the worst thing to have too many
of. The rest – overhearing, asking in passing, seeing that somebody has had a bad day – does not move by itself.

## Three mornings, three questions

1. What do we write, and what do we say? We take your last week apart, message by message, and find the places where a
   paragraph would have saved a meeting, or the other way round.
2. When are we at one another's disposal? Each person draws a true day: concentration, school run, slump after lunch.
   From these we build common hours and quiet hours.
3. How do we know that someone is struggling? We try out a few small habits that make it possible to say “I am stuck”
   before it becomes “I am late”.

Between the mornings you test one change with your own team and come back with notes. There is little theory here: a short
reading after each meeting, for those who want it.

We work with cameras on or off, as you wish. Every exercise can be done in writing, and nobody will be called on without
warning.`,
    pl: `
Kiedy zespół przenosi się do sieci, pierwsze przenoszą się zebrania. Najłatwiej je skopiować i najgorzej mieć ich za dużo.
Cała reszta – to, co się usłyszy jednym uchem, o co się zapyta w przelocie, po czym się pozna, że ktoś ma zły dzień – sama się
nie przeniesie.

## Trzy przedpołudnia, trzy pytania

1. Co piszemy, a co mówimy? Rozbieramy wasz ostatni tydzień na wiadomości i szukamy miejsc, w których akapit zaoszczędziłby
   zebranie – albo odwrotnie.
2. Kiedy jesteśmy dla siebie dostępni? Każdy rysuje swój prawdziwy dzień: skupienie, odwożenie dzieci, spadek formy
   po obiedzie. Z tych rysunków układamy godziny wspólne i godziny ciszy.
3. Skąd wiemy, że komuś nie idzie? Próbujemy kilku drobnych zwyczajów, dzięki którym da się powiedzieć „stoję w miejscu”,
   zanim zrobi się z tego „nie zdążę”.

Między spotkaniami sprawdzacie u siebie jedną zmianę i wracacie z notatkami. Teorii jest niewiele: po każdym przedpołudniu
krótki tekst dla chętnych.

Kamery mogą być włączone albo nie, jak kto woli. Każde ćwiczenie można wykonać na piśmie i nikt nie będzie wywoływany do
odpowiedzi znienacka.`,
  },
  objectives: [
    {
      en: "Tell apart matters for a call, a message and a document",
      pl: "Odróżniać sprawy na rozmowę, na wiadomość i na dokument",
    },
    {
      en: "Agree on common hours, quiet hours and reasonable answering times",
      pl: "Ustalić godziny wspólne, godziny ciszy i rozsądny czas na odpowiedź",
    },
    {
      en: "Write notes from which an absent person can carry on",
      pl: "Pisać notatki, z którymi nieobecna osoba może pracować dalej",
    },
    {
      en: "Notice sooner that somebody is stuck or alone with a problem",
      pl: "Wcześniej zauważać, że ktoś utknął albo został z problemem sam",
    },
  ],
  requirements: [
    {
      en: "A computer with a microphone; a camera is not needed",
      pl: "Komputer z mikrofonem; kamera nie jest potrzebna",
    },
    {
      en: "Access to your own messages and calendar from one ordinary week",
      pl: "Dostęp do własnych wiadomości i kalendarza z jednego zwykłego tygodnia",
    },
  ],
  category: "remote-work",
  tagCodes: ["remote-work", "team", "planning", "beginner", "online", "teams"],
  capacity: 24,
  priceZloty: 180,
  needsApproval: false,
  confirmsAtOnce: true,
  place: "online",
  facilitators: [{ code: "wilczak", part: "lead" }],
  sessions: [
    {
      title: { en: "What we write and what we say", pl: "Co piszemy, a co mówimy" },
      description: {
        en: "A week of messages taken apart. Bring your calendar.",
        pl: "Tydzień wiadomości rozebrany na części. Miejcie pod ręką kalendarz.",
      },
      week: 2,
      weekday: 2,
      from: "09:30",
      until: "12:00",
      place: "online",
    },
    {
      title: { en: "Common hours and quiet hours", pl: "Godziny wspólne i godziny ciszy" },
      description: {
        en: "From true days to an agreement that respects them.",
        pl: "Od prawdziwego dnia do umowy, która się z nim liczy.",
      },
      week: 3,
      weekday: 2,
      from: "09:30",
      until: "12:00",
      place: "online",
    },
    {
      title: { en: "How to say “I am stuck”", pl: "Jak powiedzieć „stoję w miejscu”" },
      description: {
        en: "Small habits for noticing one another without supervision.",
        pl: "Drobne zwyczaje, dzięki którym widzimy się nawzajem, a nie kontrolujemy.",
      },
      week: 4,
      weekday: 2,
      from: "09:30",
      until: "12:00",
      place: "online",
    },
  ],
  enrolled: { confirmed: 19, waiting: 0, pending: 0, cancelled: 1 },
};

import type { DemoWorkshop } from "../demo-content.ts";

export const onboarding: DemoWorkshop = {
  code: "onboarding",
  title: { en: "The first ninety days", pl: "Pierwsze dziewięćdziesiąt dni" },
  subtitle: {
    en: "Onboarding seen by the person who comes in",
    pl: "Wdrożenie do pracy oczami osoby, która właśnie przyszła",
  },
  summary: {
    en: "Most onboarding plans describe what a company wants to say. We start from what a newcomer wants to know, and is ashamed to ask. You will prepare a plan for the first day, week and quarter, with a companion for each new person and a moment when the newcomer teaches you something.",
    pl: "Plany wdrożenia opisują zwykle to, co firma chce powiedzieć. My zaczynamy od tego, co nowa osoba chciałaby wiedzieć, a wstydzi się zapytać. Przygotujecie plan na pierwszy dzień, tydzień i kwartał, z opiekunem dla każdego nowego i z chwilą, w której to nowy uczy was.",
  },
  description: {
    en: `
Do you remember your own first week? Hardly anyone recalls the presentation about values. People recall whether there was a
chair for them, who went to lunch with them, and how many times they had to say that they still had no password.

## From the other side of the door

We begin with memories and with the exit conversations you agree to bring, stripped of names. From them we draw the path of
a new person: day by day, with the places where they wait, guess or pretend to understand.

Then we take one path and improve it together:

- what has to be ready before the first day, and who sees to it,
- what a companion does, and what they are not asked to do,
- which questions we ask after a week, a month and three months,
- how not to lose what only a fresh pair of eyes can see.

The second meeting, held online two weeks later, is for what you managed to try. It is short on purpose: three things that
worked, one that did not, and the plan corrected on the spot.`,
    pl: `
Pamiętacie własny pierwszy tydzień? Mało kto pamięta prezentację o wartościach. Pamięta się, czy było dla nas krzesło, kto nas
zabrał na obiad i ile razy trzeba było mówić, że wciąż nie mamy hasła.

## Z drugiej strony drzwi

Zaczynamy od wspomnień oraz od notatek z rozmów z odchodzącymi, które zechcecie przynieść – bez nazwisk. Z nich rysujemy
drogę nowej osoby, dzień po dniu, razem z miejscami, w których czeka, zgaduje albo udaje, że rozumie.

Potem bierzemy jedną taką drogę i wspólnie ją poprawiamy:

- co musi być gotowe przed pierwszym dniem i kto tego dopilnuje,
- co robi opiekun, a czego od niego nie wymagamy,
- o co pytamy po tygodniu, po miesiącu i po trzech,
- jak nie zmarnować tego, co widzi tylko świeże oko.

Drugie spotkanie, dwa tygodnie później i już online, jest na to, co udało się wypróbować. Celowo krótkie: trzy rzeczy, które
zadziałały, jedna, która nie, i od razu poprawiony plan.`,
  },
  objectives: [
    {
      en: "Map a newcomer's first ninety days with all the waiting and guessing",
      pl: "Rozrysować pierwsze dziewięćdziesiąt dni nowej osoby, z całym czekaniem i zgadywaniem",
    },
    {
      en: "Prepare a companion for the role and set its limits",
      pl: "Przygotować opiekuna do roli i wyznaczyć jej granice",
    },
    {
      en: "Ask questions that bring honest answers after a week, a month and a quarter",
      pl: "Zadawać pytania, na które po tygodniu, miesiącu i kwartale padną szczere odpowiedzi",
    },
  ],
  requirements: [
    {
      en: "Your present onboarding plan, even if it is an e-mail with five links",
      pl: "Wasz obecny plan wdrożenia, choćby był to mail z pięcioma linkami",
    },
    {
      en: "No personal data in the materials you bring",
      pl: "Żadnych danych osobowych w przynoszonych materiałach",
    },
  ],
  category: "onboarding",
  tagCodes: ["onboarding", "organisation", "planning", "beginner", "hybrid", "managers"],
  capacity: 16,
  priceZloty: 240,
  needsApproval: false,
  confirmsAtOnce: false,
  place: "ceglarnia",
  facilitators: [
    { code: "wilczak", part: "lead" },
    { code: "ostrzycka", part: "assistant" },
  ],
  sessions: [
    {
      title: { en: "The path of a new person", pl: "Droga nowej osoby" },
      description: {
        en: "Memories, maps and one plan put right together.",
        pl: "Wspomnienia, mapy i jeden plan naprawiony wspólnymi siłami.",
      },
      week: 3,
      weekday: 3,
      from: "10:00",
      until: "16:00",
      place: "ceglarnia",
    },
    {
      title: { en: "Three things that worked", pl: "Trzy rzeczy, które zadziałały" },
      description: {
        en: "A short meeting online about what you have tried.",
        pl: "Krótkie spotkanie online o tym, co udało się wypróbować.",
      },
      week: 5,
      weekday: 3,
      from: "10:00",
      until: "11:30",
      place: "online",
    },
  ],
  enrolled: { confirmed: 9, waiting: 0, pending: 0, cancelled: 0 },
};

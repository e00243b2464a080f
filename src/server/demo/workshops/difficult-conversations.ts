import type { DemoWorkshop } from "../demo-content.ts";

export const difficultConversations: DemoWorkshop = {
  code: "difficult-conversations",
  title: { en: "The conversation you keep putting off", pl: "Rozmowa, którą się odkłada" },
  subtitle: {
    en: "Difficult conversations: refusing, criticising, giving notice, apologising",
    pl: "Trudne rozmowy: odmowa, krytyka, wypowiedzenie, przeprosiny",
  },
  summary: {
    en: "Everyone has such a conversation in a drawer. Over two evenings you will take yours out, find out what makes it hard, prepare the first three sentences and rehearse them with someone who will answer as your colleague, mother or boss might. Without ready-made formulas, because those can be heard.",
    pl: "Każdy ma taką rozmowę w szufladzie. Przez dwa wieczory wyjmiecie swoją, zobaczycie, co ją czyni trudną, przygotujecie pierwsze trzy zdania i przećwiczycie je z kimś, kto odpowie tak, jak mogliby odpowiedzieć wasz kolega, mama albo szefowa. Bez gotowych formułek, bo formułki słychać.",
  },
  description: {
    en: `
We put off a conversation because we know, or think we know, how it will end. In the meantime we hold it in our heads, every
night a little sharper, and when it comes to it at last, we say it in the doorway, in a hurry and with the wrong person
listening.

## First evening: the drawer

You choose one conversation that you have been putting off. You do not have to tell the group about it. We look at it from
three sides: what happened, what it says about me, and what I am afraid of losing. It often turns out that the second and
third weigh more than the first.

## Second evening: aloud

You rehearse the beginning, because the beginning decides. Then we practise the moments at which people lose the thread:
tears, silence, “and what about you?”, a counter-attack, an agreement that came too easily.

> It is not about saying everything. It is about not having to say it again.

Some conversations are better not held, or better held by letter. We shall talk about that too.`,
    pl: `
Odkładamy rozmowę, bo wiemy, jak się skończy – a przynajmniej tak nam się zdaje. Tymczasem prowadzimy ją w głowie, co noc
trochę ostrzejszą, a kiedy wreszcie do niej dochodzi, mówimy w drzwiach, w pośpiechu i przy niewłaściwych świadkach.

## Pierwszy wieczór: szuflada

Wybieracie jedną odkładaną rozmowę. Nie trzeba o niej opowiadać grupie. Oglądamy ją z trzech stron: co się stało, co to mówi
o mnie i co boję się stracić. Często się okazuje, że drugie i trzecie waży więcej niż pierwsze.

## Drugi wieczór: na głos

Ćwiczycie początek, bo to on przesądza o reszcie. Potem zajmujemy się chwilami, w których gubi się wątek: łzy, milczenie,
„a ty to niby lepszy?”, kontratak, zgoda, która przyszła za łatwo.

> Nie chodzi o to, żeby powiedzieć wszystko. Chodzi o to, żeby nie trzeba było mówić drugi raz.

Są rozmowy, których lepiej nie odbywać albo które lepiej odbyć listownie. O tym też porozmawiamy.`,
  },
  objectives: [
    {
      en: "Name what exactly makes this conversation hard for me",
      pl: "Nazwać to, co w tej rozmowie jest dla mnie trudne",
    },
    {
      en: "Prepare a beginning that neither accuses nor beats about the bush",
      pl: "Przygotować początek, który ani nie oskarża, ani nie owija w bawełnę",
    },
    { en: "Stay in the conversation when emotions rise", pl: "Wytrwać w rozmowie, kiedy rosną emocje" },
    { en: "Decide with good reasons not to have it", pl: "Umieć ze spokojem zdecydować, że rozmowy nie będzie" },
  ],
  requirements: [
    {
      en: "One conversation that you have been putting off for at least a month",
      pl: "Jedna rozmowa odkładana co najmniej od miesiąca",
    },
  ],
  category: "communication",
  tagCodes: ["communication", "conflict", "feedback", "listening", "beginner", "on-site", "everyone"],
  capacity: 14,
  priceZloty: 220,
  needsApproval: false,
  confirmsAtOnce: true,
  place: "kotwica",
  facilitators: [
    { code: "dworzak", part: "lead" },
    { code: "sarnecki", part: "assistant" },
  ],
  sessions: [
    {
      title: { en: "The drawer", pl: "Szuflada" },
      description: {
        en: "What happened, what it says about me, what I may lose.",
        pl: "Co się stało, co to mówi o mnie i co mogę stracić.",
      },
      week: 2,
      weekday: 4,
      from: "17:30",
      until: "20:30",
      place: "kotwica",
    },
    {
      title: { en: "Aloud", pl: "Na głos" },
      description: {
        en: "First sentences, tears, silence and counter-attacks – rehearsed in pairs.",
        pl: "Pierwsze zdania, łzy, milczenie i kontratak – ćwiczone w parach.",
      },
      week: 3,
      weekday: 4,
      from: "17:30",
      until: "20:30",
      place: "kotwica",
    },
  ],
  enrolled: { confirmed: 14, waiting: 9, pending: 0, cancelled: 2 },
  signedIn: "waitlisted",
};

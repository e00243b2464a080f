import type { DemoWorkshop } from "../demo-content.ts";

export const communityVisioning: DemoWorkshop = {
  code: "community-visioning",
  title: { en: "The house under the lime tree: what are we to be?", pl: "Dom pod lipą: czym mamy być?" },
  subtitle: {
    en: "A community-visioning workshop for neighbours of the Lipa house",
    pl: "Warsztat wspólnej wizji dla sąsiadek i sąsiadów domu Lipa",
  },
  summary: {
    en: "For ten years we have the former nursery school, its garden and one key. Over three Saturdays we decide what for: what we value, how we share the rooms and costs, how close we want to be, and how we shall decide. Before the first meeting everyone can answer an anonymous questionnaire; its results open our conversation.",
    pl: "Na dziesięć lat dostaliśmy dawne przedszkole, ogród i jeden klucz. Przez trzy soboty ustalamy, po co: co jest dla nas ważne, jak się dzielimy salami i kosztami, jak blisko chcemy być i jak będziemy decydować. Przed pierwszym spotkaniem każdy może wypełnić anonimową ankietę – od jej wyników zaczniemy rozmowę.",
  },
  description: {
    en: `
The city has lent the residents of Lipowy Zaułek an empty nursery school: three rooms, a kitchen, a hall with a piano, a shed
with a workbench and a garden with a lime tree older than all of us. We pay for the heating. The rest is open, and that is
both good news and the beginning of the first quarrels.

## Why a vision, and why together

A vision is not a poster. It is a set of answers that help in November, when it is cold, two groups want the same room and
nobody wants to wash the floor. If only the most active write it, the others will visit their house as guests. That is why
we ask first, and talk afterwards.

## Three Saturdays

- Listening: the results of the questionnaire on the walls, including the opinions of minorities; what surprises us, what
  we have in common, what we shall not pretend to agree about.
- Space and money: a model of the house on the floor, a week of bookings, a budget on one sheet.
- Rules and first steps: what we decide together, what is left to each person, who holds the key, and three things to do
  within a quarter.

Everyone who lives nearby is welcome, whether they own, rent, study or have just arrived. We interpret into English and
Ukrainian on the spot. Lunch is shared: whoever can, brings something.`,
    pl: `
Miasto użyczyło mieszkańcom Lipowego Zaułka puste przedszkole: trzy sale, kuchnię, salę z pianinem, szopę z warsztatem i ogród
z lipą starszą od nas wszystkich. My płacimy za ogrzewanie. Cała reszta jest otwarta – i to jest zarazem dobra wiadomość,
i początek pierwszych kłótni.

## Po co wizja i dlaczego razem

Wizja to nie plakat. To kilka odpowiedzi, które przydają się w listopadzie, kiedy jest zimno, dwie grupy chcą tej samej sali,
a nikt nie chce umyć podłogi. Jeśli napiszą ją tylko najaktywniejsi, pozostali będą w swoim domu gośćmi. Dlatego najpierw
pytamy, a rozmawiamy potem.

## Trzy soboty

- Słuchanie: wyniki ankiety na ścianach, razem ze zdaniami mniejszości; co nas zaskakuje, co nas łączy i w czym nie będziemy
  udawać zgody.
- Przestrzeń i pieniądze: makieta domu na podłodze, tydzień rezerwacji, budżet na jednej kartce.
- Zasady i pierwsze kroki: o czym decydujemy razem, co zostawiamy każdemu, kto trzyma klucz i trzy rzeczy do zrobienia
  w ciągu kwartału.

Zapraszamy wszystkich z okolicy: właścicieli, najemców, studentki i tych, którzy dopiero przyjechali. Na miejscu tłumaczymy
na angielski i ukraiński. Obiad jest składkowy – kto może, coś przynosi.`,
  },
  objectives: [
    {
      en: "Put into words what we want the house to be in five years",
      pl: "Ująć w słowa, czym dom ma być za pięć lat",
    },
    { en: "Agree how we share space, time and costs", pl: "Umówić się, jak dzielimy przestrzeń, czas i koszty" },
    {
      en: "Set the limits between what is common and what is one's own",
      pl: "Wyznaczyć granice między tym, co wspólne, a tym, co własne",
    },
    {
      en: "Choose a way of deciding, also when we disagree",
      pl: "Wybrać sposób decydowania – także wtedy, gdy się nie zgadzamy",
    },
    { en: "Plan three first steps with names and dates", pl: "Zaplanować trzy pierwsze kroki z nazwiskami i datami" },
  ],
  requirements: [
    { en: "You live, work or study in the neighbourhood", pl: "Mieszkacie, pracujecie albo uczycie się w okolicy" },
    { en: "The questionnaire helps, but it is not compulsory", pl: "Ankieta się przyda, ale nie jest obowiązkowa" },
  ],
  category: "community",
  tagCodes: ["community", "facilitation", "listening", "beginner", "on-site", "neighbours", "everyone"],
  capacity: 40,
  priceZloty: 0,
  needsApproval: false,
  confirmsAtOnce: true,
  place: "lipa",
  facilitators: [
    { code: "drozdek", part: "lead" },
    { code: "dworzak", part: "assistant" },
  ],
  sessions: [
    {
      title: { en: "Listening", pl: "Słuchanie" },
      description: {
        en: "The questionnaire on the walls: what we share and what divides us.",
        pl: "Ankieta na ścianach: co nas łączy, a co dzieli.",
      },
      week: 8,
      weekday: 6,
      from: "10:00",
      until: "15:00",
      place: "lipa",
    },
    {
      title: { en: "Space and money", pl: "Przestrzeń i pieniądze" },
      description: {
        en: "A model of the house, a week of bookings, a budget on one sheet.",
        pl: "Makieta domu, tydzień rezerwacji, budżet na jednej kartce.",
      },
      week: 9,
      weekday: 6,
      from: "10:00",
      until: "15:00",
      place: "lipa",
    },
    {
      title: { en: "Rules and first steps", pl: "Zasady i pierwsze kroki" },
      description: {
        en: "What we decide together, who holds the key, and what comes first.",
        pl: "O czym decydujemy razem, kto trzyma klucz i od czego zaczynamy.",
      },
      week: 10,
      weekday: 6,
      from: "10:00",
      until: "15:00",
      place: "lipa",
    },
  ],
  enrolled: { confirmed: 26, waiting: 0, pending: 0, cancelled: 1 },
  signedIn: "confirmed",
};

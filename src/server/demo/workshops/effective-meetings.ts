import type { DemoWorkshop } from "../demo-content.ts";

export const effectiveMeetings: DemoWorkshop = {
  code: "effective-meetings",
  title: { en: "A meeting worth coming to", pl: "Zebranie, na które chce się przyjść" },
  subtitle: {
    en: "Effective meetings: fewer, shorter, and with a decision at the end",
    pl: "Skuteczne spotkania: rzadziej, krócej i z decyzją na końcu",
  },
  summary: {
    en: "Bring the worst recurring meeting from your calendar. We take it apart to find out what it is really for, who has to be there, and what could be read instead. You rebuild it on the spot: purpose, roles, order, and a way of deciding. A week later we check it on the living organism.",
    pl: "Przynieście z kalendarza swoje najgorsze stałe zebranie. Rozbieramy je, żeby się dowiedzieć, po co naprawdę jest, kto musi na nim być i co można by zamiast niego przeczytać. Składacie je od nowa: cel, role, kolejność, sposób podejmowania decyzji. Tydzień później sprawdzamy na żywym organizmie.",
  },
  description: {
    en: `
People complain about meetings, and then organise another one. No wonder: besides decisions, meetings provide things nobody
writes on the agenda. They show who counts, give a feeling that something is going on, and let us share the responsibility
out so finely that it disappears.

## Taking apart

We begin by counting the cost: people, times minutes, times weeks in a year. Then we ask four questions of every item on the
agenda: inform, consult, decide, or be together? Each of these calls for a different form, and only two call for everybody.

## Putting together

- a purpose that can be written as a decision or a question,
- roles: someone who leads, someone who writes, someone who watches the clock and the silent ones,
- ways of deciding: by vote, by consent, by the person in charge after hearing everyone,
- minutes in five lines, finished before people leave the room.

Being together is a legitimate purpose too. But then let us say so, and bring cake.`,
    pl: `
Ludzie narzekają na zebrania, po czym zwołują następne. Nic dziwnego: oprócz decyzji zebrania dają coś, czego nikt nie wpisuje
do porządku obrad. Pokazują, kto się liczy, budzą poczucie, że coś się dzieje, i pozwalają podzielić odpowiedzialność tak
drobno, że znika.

## Rozbieramy

Najpierw liczymy koszt: osoby razy minuty razy tygodnie w roku. Potem każdemu punktowi porządku zadajemy to samo pytanie:
informujemy, pytamy o zdanie, decydujemy czy po prostu chcemy być razem? Każda z tych rzeczy wymaga innej formy i tylko dwie
z nich wymagają wszystkich.

## Składamy

- cel, który da się zapisać jako decyzję albo pytanie,
- role: ktoś prowadzi, ktoś notuje, ktoś pilnuje zegara i tych, którzy milczą,
- sposoby decydowania: głosowaniem, za zgodą wszystkich albo przez osobę odpowiedzialną, kiedy już wysłucha reszty,
- protokół w pięciu linijkach, gotowy, zanim ktokolwiek wyjdzie z sali.

Bycie razem też jest pełnoprawnym celem. Tylko wtedy powiedzmy to głośno i przynieśmy ciasto.`,
  },
  objectives: [
    { en: "Calculate what a recurring meeting costs and gives", pl: "Policzyć, ile stałe zebranie kosztuje i co daje" },
    {
      en: "Write a purpose after which one knows whether to come",
      pl: "Tak zapisać cel, żeby było wiadomo, czy warto przyjść",
    },
    {
      en: "Make sure that the quiet ones are heard as well",
      pl: "Zadbać o to, żeby było słychać także osoby milczące",
    },
    {
      en: "Choose a way of deciding that suits the matter",
      pl: "Dobierać sposób podejmowania decyzji do sprawy",
    },
  ],
  requirements: [
    {
      en: "The invitation and agenda of one recurring meeting that you lead or attend",
      pl: "Zaproszenie i porządek jednego stałego zebrania, które prowadzicie albo w którym bierzecie udział",
    },
  ],
  category: "organisation",
  tagCodes: ["organisation", "communication", "facilitation", "beginner", "on-site", "teams", "managers"],
  capacity: 20,
  priceZloty: 160,
  needsApproval: false,
  confirmsAtOnce: true,
  place: "ceglarnia",
  facilitators: [{ code: "wilczak", part: "lead" }],
  sessions: [
    {
      title: { en: "Taking apart", pl: "Rozbieranie" },
      description: {
        en: "What the meeting is for, and what everyone pretends it is for.",
        pl: "Po co jest to zebranie, a po co udajemy, że jest.",
      },
      week: 2,
      weekday: 5,
      from: "09:00",
      until: "12:30",
      place: "ceglarnia",
    },
    {
      title: { en: "Putting together", pl: "Składanie" },
      description: {
        en: "What came of the rebuilt meeting, and one more correction.",
        pl: "Co wyszło z przebudowanego zebrania i jeszcze jedna poprawka.",
      },
      week: 3,
      weekday: 5,
      from: "09:00",
      until: "12:30",
      place: "ceglarnia",
    },
  ],
  enrolled: { confirmed: 20, waiting: 4, pending: 0, cancelled: 1 },
};

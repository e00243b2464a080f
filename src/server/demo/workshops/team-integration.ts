import type { DemoWorkshop } from "../demo-content.ts";

export const teamIntegration: DemoWorkshop = {
  code: "team-integration",
  title: { en: "A team, not just a list of names", pl: "Zespół, nie lista nazwisk" },
  subtitle: {
    en: "Two days and a follow-up for teams that have just been put together",
    pl: "Dwa dni i spotkanie po przerwie dla zespołów, które dopiero się docierają",
  },
  summary: {
    en: "Integration without raft building. We look at how work really flows through your team: who waits for whom, who carries too much, what everyone assumes but nobody has said. You leave with a map of the team and a one-page working agreement, and meet once more to see which of it has lasted.",
    pl: "Integracja bez budowania tratwy. Przyglądamy się, jak praca naprawdę płynie przez zespół: kto na kogo czeka, kto dźwiga za dużo, co wszyscy zakładają, choć nikt tego nie powiedział. Wychodzicie z mapą zespołu i jednostronicową umową o współpracy, a po przerwie sprawdzamy, co z niej zostało.",
  },
  description: {
    en: `
A new team usually gets a channel, a calendar and a common lunch. What it rarely gets is time to find out how its
members work: who thinks aloud and who needs an hour of quiet, who likes to be asked and who likes to be left alone.
These things come out anyway – most often in the third month, in the middle of an argument about something else.

## What we do

- We draw the team as it works on an ordinary Tuesday: who passes what to whom, and where it gets stuck.
- We walk in pairs and ask each other five questions that do not come up at meetings.
- We list the tasks nobody was assigned and see who has been doing them.
- We write a working agreement short enough to hang by the coffee machine.

## The third meeting

A workshop is easy to like and easy to forget. Several weeks later we come back with the agreement in hand and go through
it line by line: what works, what turned out to be wishful thinking, and what needs a different sentence.

There are no personality tests and no competitions here. Nobody has to talk about private matters, and everything written
on the walls belongs to the team; we photograph it only with its consent.`,
    pl: `
Nowy zespół dostaje zwykle kanał na komunikatorze, wspólny kalendarz i jeden obiad. Rzadko dostaje czas, żeby się
dowiedzieć, jak kto pracuje: kto myśli na głos, a kto potrzebuje godziny ciszy, kto lubi być pytany, a kogo lepiej zostawić
w spokoju. To i tak wychodzi na jaw – najczęściej w trzecim miesiącu, w środku kłótni o coś zupełnie innego.

## Co robimy

- Rysujemy zespół takim, jaki jest w zwyczajny wtorek: kto co komu przekazuje i gdzie to grzęźnie.
- Chodzimy parami i zadajemy sobie pięć pytań, które na zebraniach nie padają.
- Spisujemy zadania, których nikomu nie przydzielono, i sprawdzamy, kto je robi.
- Piszemy umowę o współpracy na tyle krótką, żeby zmieściła się nad ekspresem do kawy.

## Trzecie spotkanie

Warsztat łatwo polubić i łatwo o nim zapomnieć. Dlatego po kilku tygodniach wracamy z umową w ręku i czytamy ją zdanie po
zdaniu: co działa, co było pobożnym życzeniem, a co trzeba napisać inaczej.

Nie robimy testów osobowości ani zawodów. Nikt nie musi opowiadać o sprawach prywatnych. To, co powstanie na ścianach, należy
do zespołu – fotografujemy tylko za jego zgodą.`,
  },
  objectives: [
    {
      en: "See the real flow of work in the team, with its queues and detours",
      pl: "Zobaczyć, jak naprawdę płynie praca w zespole: gdzie są kolejki i objazdy",
    },
    {
      en: "Learn how the others prefer to be asked, reminded and corrected",
      pl: "Dowiedzieć się, jak inni wolą być pytani, ponaglani i poprawiani",
    },
    {
      en: "Share out the invisible tasks fairly",
      pl: "Sprawiedliwie podzielić zadania, których nie widać",
    },
    {
      en: "Write a one-page working agreement and know when to revise it",
      pl: "Spisać umowę o współpracy na jednej stronie i wiedzieć, kiedy do niej wrócić",
    },
  ],
  requirements: [
    {
      en: "Come with at least two other people from your team; the more, the better",
      pl: "Warto przyjść przynajmniej w trójkę z jednego zespołu – im więcej osób, tym lepiej",
    },
    { en: "Comfortable shoes for the walk in pairs", pl: "Wygodne buty na spacer w parach" },
  ],
  category: "team",
  tagCodes: ["team", "listening", "planning", "beginner", "on-site", "teams"],
  capacity: 30,
  priceZloty: 320,
  needsApproval: false,
  confirmsAtOnce: false,
  place: "mlyn",
  facilitators: [
    { code: "sarnecki", part: "lead" },
    { code: "drozdek", part: "guest" },
  ],
  sessions: [
    {
      title: { en: "The map of the team", pl: "Mapa zespołu" },
      description: {
        en: "How work travels, where it waits, and who helps it along.",
        pl: "Którędy wędruje praca, gdzie czeka i kto ją popycha dalej.",
      },
      week: -5,
      weekday: 4,
      from: "09:30",
      until: "15:30",
      place: "mlyn",
    },
    {
      title: { en: "The working agreement", pl: "Umowa o współpracy" },
      description: {
        en: "From complaints to sentences that begin with “we”.",
        pl: "Od narzekań do zdań, które zaczynają się od „my”.",
      },
      week: -4,
      weekday: 4,
      from: "09:30",
      until: "14:30",
      place: "mlyn",
    },
    {
      title: { en: "What has lasted", pl: "Co zostało" },
      description: {
        en: "We read the agreement again and change what does not work.",
        pl: "Czytamy umowę jeszcze raz i poprawiamy to, co się nie sprawdza.",
      },
      week: 4,
      weekday: 4,
      from: "10:00",
      until: "13:00",
      place: "mlyn",
    },
  ],
  enrolled: { confirmed: 30, waiting: 2, pending: 0, cancelled: 2 },
  signedIn: "confirmed",
};

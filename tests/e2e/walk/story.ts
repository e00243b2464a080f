import type { Language, LocalisedText } from "../../../src/shared/kernel/locale.ts";
import type { NewPerson } from "../account.ts";
import type { Viewport } from "../browser.ts";

/** One walk through the house: who walks in which language and on which screen, and what they make. */
export interface Story {
  language: Language;
  viewport: Viewport;
  workshop: {
    title: Required<LocalisedText>;
    summary: Required<LocalisedText>;
    description: Required<LocalisedText>;
    place: { name: string; city: string };
    facilitator: string;
    /** Wall times in Warsaw. */
    sessions: { startsAt: string; endsAt: string }[];
  };
  /** What people look for: not the words of the title, but other forms of them. */
  searches: Record<Language, string>;
  /** In order of arrival; the workshop has two seats. */
  people: { first: NewPerson; second: NewPerson; third: NewPerson };
}

const inDays = (days: number, time: string) =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`;

const person = (name: string, email: string): NewPerson => ({ name, email, password: `${name}, a long sentence` });

export const stories: Story[] = [
  {
    language: "en",
    viewport: "desktop",
    workshop: {
      title: { en: "A garden in the shared yard", pl: "Ogród na wspólnym podwórku" },
      summary: {
        en: "Two evenings about beds, benches and whose turn it is to water.",
        pl: "Dwa wieczory o grządkach, ławkach i o tym, czyja kolej podlewać.",
      },
      description: {
        en: "We draw the yard as it is, then as each of us would have it, and look for what the drawings share.",
        pl: "Rysujemy podwórko takie, jakie jest, potem takie, jakie chcielibyśmy mieć, i szukamy wspólnych kresek.",
      },
      place: { name: "Yard house", city: "Gdynia" },
      facilitator: "Lidia Kostka",
      sessions: [
        { startsAt: inDays(14, "17:00"), endsAt: inDays(14, "19:30") },
        { startsAt: inDays(21, "17:00"), endsAt: inDays(21, "20:00") },
      ],
    },
    searches: { en: "gardens yards", pl: "ogrodu podwórkach" },
    people: {
      first: person("Amelia North", "amelia@example.org"),
      second: person("Brendan West", "brendan@example.org"),
      third: person("Cora East", "cora@example.org"),
    },
  },
  {
    language: "pl",
    viewport: "phone",
    workshop: {
      title: { en: "A chronicle of our street", pl: "Kronika naszej ulicy" },
      summary: {
        en: "We collect what the neighbours remember, and decide what is to be written down.",
        pl: "Zbieramy to, co pamiętają sąsiedzi, i decydujemy, co warto zapisać.",
      },
      description: {
        en: "Bring one photograph or one story. We listen in pairs, and write without correcting one another.",
        pl: "Przynieście jedno zdjęcie albo jedną opowieść. Słuchamy się w parach i piszemy bez poprawiania siebie nawzajem.",
      },
      place: { name: "Świetlica na rogu", city: "Łódź" },
      facilitator: "Żaneta Ćwik",
      sessions: [
        { startsAt: inDays(14, "17:00"), endsAt: inDays(14, "19:30") },
        { startsAt: inDays(21, "17:00"), endsAt: inDays(21, "20:00") },
      ],
    },
    searches: { en: "chronicles streets", pl: "kronikę ulicach" },
    people: {
      first: person("Łucja Pięta", "lucja@example.org"),
      second: person("Józef Gałązka", "jozef@example.org"),
      third: person("Święcisława Żółć", "swieta@example.org"),
    },
  },
];

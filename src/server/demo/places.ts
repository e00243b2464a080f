import type { DemoPlace } from "./demo-content.ts";

/** Invented venues; neither the houses nor the streets are meant to be found on a map. */
export const places: DemoPlace[] = [
  {
    code: "kotwica",
    name: "Dom Pracy Kotwica",
    address: "ul. Zegarmistrzów 9",
    city: "Warszawa",
    notes: {
      en: "Second floor, with a lift. Quiet room next door. Ring 21 at the gate after 18:00.",
      pl: "Drugie piętro, winda. Obok sali pokój ciszy. Po 18:00 domofon nr 21.",
    },
  },
  {
    code: "jarzebina",
    name: "Świetlica pod Jarzębiną",
    address: "ul. Tkaczy 14",
    city: "Kraków",
    notes: {
      en: "Ground floor without steps. Two rooms side by side, so that pairs can talk apart.",
      pl: "Parter bez progów. Dwie sale obok siebie, więc w parach można rozmawiać osobno.",
    },
  },
  {
    code: "mlyn",
    name: "Młyn Rozmów",
    address: "ul. Nadrzeczna 3",
    city: "Wrocław",
    notes: {
      en: "A former mill. Six steps at the entrance; the platform lift is by the courtyard.",
      pl: "Dawny młyn. Przy wejściu sześć stopni, podnośnik od strony podwórza.",
    },
  },
  {
    code: "szkutnia",
    name: "Stara Szkutnia",
    address: "ul. Żaglowników 5",
    city: "Gdańsk",
    notes: {
      en: "One large hall with wheeled tables and whole walls to write on. Bring a warm jumper from October on.",
      pl: "Jedna duża hala, stoły na kółkach, ściany do pisania. Od października warto mieć ciepły sweter.",
    },
  },
  {
    code: "ceglarnia",
    name: "Ceglarnia 12",
    address: "ul. Ceglarzy 12",
    city: "Poznań",
    notes: {
      en: "Ground floor, induction loop in the hall, bicycle stands in the yard.",
      pl: "Parter, w sali pętla indukcyjna, na podwórzu stojaki na rowery.",
    },
  },
  {
    code: "lipa",
    name: "Dom sąsiedzki Lipa",
    address: "Lipowy Zaułek 2",
    city: "Lublin",
    notes: {
      en: "A former nursery school with a garden. Children are welcome; somebody is always in the play corner.",
      pl: "Dawne przedszkole z ogrodem. Można przyjść z dziećmi, w kąciku zabaw zawsze ktoś dyżuruje.",
    },
  },
];

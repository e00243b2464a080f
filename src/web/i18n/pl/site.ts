import type { en } from "../en/site.ts";
import type { Widen } from "../widen.ts";

export const pl: Widen<typeof en> = {
  description:
    "Kameralne warsztaty z codziennej praktyki: zespół, rozmowa, konflikt, przywództwo, sąsiedztwo. Po polsku i po angielsku.",
  workshops: "Warsztaty",
  myPage: "Moja strona",
  forOrganisers: "Studio dla organizatorów",
  api: "API",
  footer: "Warsztaty w małych grupach, w dwóch językach. Nikt tu Cię nie śledzi.",
  home: {
    title: "Warsztaty z codziennej praktyki",
    lead: "Małe grupy, prawdziwe sytuacje, szczere pytania. Znajdź warsztat na swój tydzień, zajmij miejsce, a potem powiedz, co się po nim zmieniło.",
    search: "Szukaj warsztatów",
    searchHint: "Temat lub umiejętność",
    next: "Najbliższe warsztaty",
    all: (count) => `Wszystkie warsztaty (${count})`,
    emptyTitle: "Na razie nic nie jest zaplanowane",
    emptyText: "Nowe warsztaty pojawiają się najpierw tutaj. Zajrzyj za jakiś czas.",
    themes: "Według tematu",
    how: "Jak to działa",
    steps: [
      { title: "Znajdź", text: "Na każdej stronie piszemy, co poćwiczysz, kiedy, gdzie i czego warsztat wymaga." },
      { title: "Zajmij miejsce", text: "Jedno naciśnięcie. Gdy miejsc brakuje, widzisz swoje miejsce w kolejce." },
      {
        title: "Powiedz, co się zmieniło",
        text: "Ankiety są krótkie, a wyniki pokazujemy tylko dla grup liczących co najmniej pięć osób.",
      },
    ],
  },
};

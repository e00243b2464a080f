import { plural } from "../../../shared/kernel/plural.ts";
import type { en } from "../en/answering.ts";
import { formatNumber } from "../format.ts";
import type { Widen } from "../widen.ts";

export const pl: Widen<typeof en> = {
  questionnaire: "Ankieta",
  questions: (n) =>
    `${formatNumber("pl", n)} ${plural("pl", n, { one: "pytanie", few: "pytania", many: "pytań", other: "pytania" })}`,
  anonymous: "Anonimowa: przy odpowiedziach nie zapisujemy, kto ich udzielił.",
  identified: "Powiązana z Twoim kontem; wyniki pokazujemy tylko dla grup liczących co najmniej pięć osób.",
  until: (moment) => `Otwarta do ${moment}`,
  noScript:
    "Do odpowiadania potrzebny jest JavaScript, żeby nic z tego, co piszesz, nie zginęło po drodze. Poniżej możesz przeczytać wszystkie pytania.",
  notYet: (moment) => `Ta ankieta otworzy się ${moment}.`,
  closed: "Ta ankieta jest zamknięta. Dziękujemy wszystkim za odpowiedzi.",
  signInTitle: "Zaloguj się, żeby odpowiedzieć",
  signInText: "Ta ankieta jest dla osób z kontem. Po zalogowaniu wrócisz prosto tutaj.",
  otherLanguage: { en: "Ta ankieta jest tylko po angielsku.", pl: "Ta ankieta jest tylko po polsku." },
};

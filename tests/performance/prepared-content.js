// The workshop and the questionnaires that a load test makes for itself, so that it needs nothing of an installation.
import { newUuid } from "./steps.js";

const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

const paragraph = (text) => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });

const found = {
  title: {
    en: "Load test: mediation and leadership in teams",
    pl: "Próba obciążenia: mediacje i przywództwo w zespole",
  },
  summary: { en: "Made by a load test.", pl: "Przygotowane przez próbę obciążenia." },
  description: {
    en: paragraph("Whoever leads a team settles quarrels before they settle in."),
    pl: paragraph("Kto prowadzi zespół, łagodzi spory, zanim się zadomowią."),
  },
};
const another = {
  title: { en: "Load test: baking bread", pl: "Próba obciążenia: pieczenie chleba" },
  summary: { en: "Made by a load test.", pl: "Przygotowane przez próbę obciążenia." },
  description: { en: paragraph("Flour, water, salt, time."), pl: paragraph("Mąka, woda, sól, czas.") },
};

/**
 * A workshop with seats for everybody, years ahead, where it is in nobody's way. Its words are those of the searches;
 * with `isSearched` false it has none of them, as most workshops have none of most searches.
 */
export function preparedWorkshop({ facilitatorId, random, seats = 100_000, isSearched = true }) {
  const startsAt = Date.now() + Math.floor((1000 + random() * 2000) * dayMs);
  return {
    ...(isSearched ? found : another),
    capacity: seats,
    hasWaitingList: true,
    needsApproval: false,
    facilitators: [{ facilitatorId, part: "lead" }],
    sessions: [
      {
        id: newUuid(random),
        title: { en: "Meeting", pl: "Spotkanie" },
        description: {},
        startsAt: new Date(startsAt).toISOString(),
        endsAt: new Date(startsAt + hourMs).toISOString(),
        locationId: null,
        onlineUrl: null,
        capacity: null,
      },
    ],
  };
}

const options = [
  { code: "pairs", label: { en: "In pairs", pl: "W parach" } },
  { code: "circle", label: { en: "In a circle", pl: "W kręgu" } },
  { code: "alone", label: { en: "Alone", pl: "Samodzielnie" } },
];
const choices = { options, hasOther: false, isRandomOrder: false };
const asked = [
  ["useful", "rating", { en: "How useful was it?", pl: "Na ile było to przydatne?" }, {}],
  ["again", "yes_no", { en: "Would you come again?", pl: "Czy wzięłabyś udział ponownie?" }, {}],
  ["form", "single_choice", { en: "Which form helped most?", pl: "Która forma pomogła najbardziej?" }, choices],
  ["recommend", "nps", { en: "Would you recommend it?", pl: "Czy polecisz innym?" }, {}],
  [
    "better",
    "long_text",
    { en: "What would be better?", pl: "Co byłoby lepsze?" },
    { minLength: null, maxLength: 1000 },
  ],
];

/** A questionnaire of five questions, none of them required. */
export function preparedQuestionnaire(random) {
  const questions = asked.map(([code, kind, text, settings]) => ({
    ...{ id: newUuid(random), code, kind, text, help: {}, isRequired: false, showIf: null },
    ...settings,
  }));
  return {
    title: { en: "Load test", pl: "Próba obciążenia" },
    introduction: {},
    thanks: {},
    sections: [{ id: newUuid(random), title: {}, description: {}, showIf: null, questions }],
  };
}

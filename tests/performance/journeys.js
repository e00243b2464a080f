// What people do on the site, once, for every tool that measures it. A journey gets
// `site`: what `installation.js` prepared; `user`: `{ cookie, memory }`, of its own for each virtual user; `random`: 0 to 1.
import { ask, check, newUuid, oneOf, pause } from "./steps.js";

/** Of a hundred journeys, how many are of each kind. About one request in ten writes. */
export const journeyWeights = {
  browse: 33,
  search: 27,
  detail: 24,
  enrol: 4,
  autosave: 3,
  submit: 6,
  results: 3,
};

/** Inflected forms, English, and typing errors: each finds the workshop that was prepared. */
const words = {
  pl: ["mediacjami", "przywództwem", "w zespołach"],
  en: ["mediation", "leadership", "teams"],
  typo: ["mediatoin", "leadreship", "mediaiton"],
};

export const journeys = { browse, search, detail, enrol, autosave, submit, results };

/** The name of a journey, as often as its weight says. */
export function pickJourney(random) {
  const names = Object.keys(journeyWeights);
  const all = names.reduce((sum, name) => sum + journeyWeights[name], 0);
  let left = random() * all;
  for (const name of names) {
    left -= journeyWeights[name];
    if (left < 0) return name;
  }
  return names[names.length - 1];
}

const eitherLanguage = (random) => (random() < 0.5 ? "en" : "pl");

function* browse({ random }) {
  const language = eitherLanguage(random);
  yield* ask("home", `GET /${language}`);
  yield pause();
  yield* ask("programme", `GET /${language}/workshops`);
  yield pause();
  const list = yield* ask("list", `GET /api/v1/workshops?lang=${language}&limit=5`);
  const { items, nextCursor } = list.json();
  yield check("list: has workshops", items.length > 0);
  if (!nextCursor) return;
  yield pause();
  yield* ask("next page", `GET /${language}/workshops?cursor=${encodeURIComponent(nextCursor)}`);
}

function* search({ random }) {
  yield* find("search in Polish", "pl", oneOf(words.pl, random));
  yield pause();
  yield* find("search in English", "en", oneOf(words.en, random));
  yield pause();
  yield* find("search with a typo", "en", oneOf(words.typo, random));
  yield pause();
  const language = eitherLanguage(random);
  const page = `/${language}/workshops?q=${encodeURIComponent(oneOf(words[language], random))}`;
  yield* ask("search page", `GET ${page}`);
}

function* find(name, language, q) {
  const path = `/api/v1/workshops?lang=${language}&limit=20&q=${encodeURIComponent(q)}`;
  const answer = yield* ask(name, `GET ${path}`);
  yield check(`${name}: finds workshops`, answer.json().items.length > 0, q);
}

function* detail({ site, user, random }) {
  const language = eitherLanguage(random);
  const slug = oneOf(site.slugs[language], random);
  const workshop = yield* ask("workshop", `GET /api/v1/workshops/${slug}?lang=${language}`);
  yield check("workshop: is the one asked for", workshop.json().title.text.length > 0);
  yield pause();
  const page = yield* ask("workshop page", `GET /${language}/workshops/${slug}`);
  if (user.memory.hasAssets) return;
  // A browser keeps them for a year.
  user.memory.hasAssets = true;
  for (const path of assetsOf(page.text)) yield* ask("asset", `GET ${path}`);
}

function assetsOf(html) {
  const found = html.match(/(?:src|href)="\/[^"]+\.(?:js|css|woff2?)"/g) || [];
  return found.map((attribute) => attribute.slice(attribute.indexOf('"') + 1, -1));
}

/** Takes a seat and gives it up again, so that the same person can come back. */
function* enrol({ site, user, random }) {
  const { cookie } = user;
  const place = `/api/v1/me/workshops/${oneOf(site.workshopIds, random)}/enrolment`;
  yield* ask("enrol", `POST ${place}`, { cookie, body: { isConfirmed: true }, expects: [201, 409] });
  yield pause();
  const own = yield* ask("own place", `GET ${place}`, { cookie });
  const { enrolment } = own.json();
  // Somebody who shares the account may have given the seat up in the meantime.
  if (!site.isShared) yield check("own place: is confirmed", enrolment && enrolment.status === "confirmed", own.text);
  if (!enrolment) return;
  yield pause();
  const cancel = `/api/v1/me/enrolments/${enrolment.id}/cancel`;
  yield* ask("give up the place", `POST ${cancel}`, { cookie, expects: site.isShared ? [200, 409] : [200] });
}

function* autosave({ site, user, random }) {
  const { cookie } = user;
  const { id } = site.identified;
  const responses = `/api/v1/questionnaires/${id}`;
  yield* ask("questionnaire page", `GET /${eitherLanguage(random)}/questionnaires/${id}`, { cookie });
  const questionnaire = (yield* ask("questionnaire", `GET ${responses}`, { cookie })).json();
  const mine = (yield* ask("own response", `GET ${responses}/my-response`, { cookie })).json().response;
  let revision = mine ? mine.revision : 0;
  const path = `${responses}/responses/${mine ? mine.id : newUuid(random)}`;
  const answers = {};
  for (const [code, answer] of Object.entries(answersTo(questionnaire, random))) {
    yield pause();
    answers[code] = answer;
    const body = { version: questionnaire.version, language: "en", answers, baseRevision: revision };
    const saved = yield* ask("autosave", `PUT ${path}`, { cookie, body, expects: site.isShared ? [200, 409] : [200] });
    if (saved.status !== 200) return;
    revision = saved.json().revision;
  }
}

function* submit({ site, random }) {
  const { id } = site.anonymous;
  const questionnaire = (yield* ask("questionnaire", `GET /api/v1/questionnaires/${id}`)).json();
  yield pause();
  const path = `/api/v1/questionnaires/${id}/responses/${newUuid(random)}/submit`;
  const body = { version: questionnaire.version, language: "pl", answers: answersTo(questionnaire, random) };
  const submitted = yield* ask("submit", `POST ${path}`, { body });
  yield check("submit: is submitted", submitted.json().status === "submitted", submitted.text);
}

function* results({ site }) {
  const path = `/api/v1/studio/questionnaires/${site.anonymous.id}/results`;
  const answer = yield* ask("results", `GET ${path}`, { cookie: site.staff });
  yield check("results: keep small groups hidden", answer.json().threshold >= 5, answer.text);
}

const sentences = [
  "Więcej czasu na rozmowę.",
  "Less theory, please.",
  "Ćwiczenia w parach były najlepsze.",
  "The room was cold.",
];

/** An answer to every question that a person would answer without thinking long. */
export function answersTo({ content }, random) {
  const answers = {};
  for (const { kind, code, options, from, to } of content.sections.flatMap(({ questions }) => questions)) {
    if (kind === "yes_no" || kind === "consent") answers[code] = true;
    if (kind === "rating") answers[code] = 1 + Math.floor(random() * 5);
    if (kind === "nps") answers[code] = Math.floor(random() * 11);
    if (kind === "scale") answers[code] = from + Math.floor(random() * (to - from + 1));
    if (kind === "short_text" || kind === "long_text")
      answers[code] = `${oneOf(sentences, random)} ${Math.floor(random() * 1e6)}`;
    if (kind === "single_choice" || kind === "dropdown") answers[code] = { choice: oneOf(options, random).code };
    if (kind === "multiple_choice") answers[code] = { choices: [oneOf(options, random).code] };
  }
  return answers;
}

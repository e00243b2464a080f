// A room of people behind one address: everybody saves what they answer, and all submit within the same minute.
import { answersTo } from "../../tests/performance/journeys.js";
import { ask, check, newUuid, pause } from "../../tests/performance/steps.js";
import { takeJourney } from "./crowd.mjs";
import { createRecord, lineOf } from "./record.mjs";
import { atMostMs, none } from "./table.mjs";

const everySeconds = 5;
const submitWithinSeconds = 60;
const p95Limit = 40;

/** So many people answer for `seconds`; by the end of the minute after that everybody has submitted. */
export async function runRoom({
  site,
  client,
  people = 60,
  seconds = 60,
  submitSeconds = Math.min(seconds, submitWithinSeconds),
}) {
  const record = createRecord();
  const startedAt = performance.now();
  const sitting = site.people.slice(0, people).map((cookie) => {
    const steps = sit({ site, cookie, random: Math.random, seconds, submitSeconds });
    return takeJourney("room", { steps, client, think: [0, 0], record });
  });
  await Promise.all(sitting);
  const { all, failedChecks } = record.summary();
  const saves = lineOf(record.steps.filter(({ isRead }) => !isRead));
  const targets = [
    none("answers 429", all.codes[429] ?? 0),
    none("errors", all.errors),
    none("failed checks", failedChecks),
    atMostMs("P95 of saving and submitting", p95Limit, saves.p95),
  ];
  return { record, targets, seconds: (performance.now() - startedAt) / 1000 };
}

function* sit({ site, cookie, random, seconds, submitSeconds }) {
  const path = `/api/v1/questionnaires/${site.identified.id}`;
  // People do not sit down in the same moment.
  yield pause(random() * everySeconds);
  yield* ask("questionnaire page", `GET /pl/questionnaires/${site.identified.id}`, { cookie });
  const questionnaire = (yield* ask("questionnaire", `GET ${path}`, { cookie })).json();
  const { version } = questionnaire;
  const response = `${path}/responses/${newUuid(random)}`;
  const saves = Math.max(1, Math.floor(seconds / everySeconds));
  let [answers, revision] = [{}, 0];
  for (let save = 0; save < saves; save += 1) {
    yield pause(everySeconds);
    answers = { ...answersTo(questionnaire, random) };
    const body = { version, language: "pl", answers, baseRevision: revision };
    revision = (yield* ask("autosave", `PUT ${response}`, { cookie, body })).json().revision;
  }
  yield pause(random() * submitSeconds);
  const body = { version, language: "pl", answers };
  const submitted = (yield* ask("submit", `POST ${response}/submit`, { cookie, body })).json();
  yield check("submit: is submitted", submitted.status === "submitted", JSON.stringify(submitted));
}

// Makes what the journeys need, through the API, and takes it away again. Generators, as the journeys are.
import { preparedQuestionnaire, preparedWorkshop } from "./prepared-content.js";
import { explain, newUuid, pause } from "./steps.js";

const placeTries = 5;
const mailTries = 120;
const mailEverySeconds = 0.5;
const listed = 50;
/** People enrol in all of a programme, not in the one workshop that everybody finds. */
const others = 9;

/** A request that has to succeed, or there is nothing to test. */
function* must(method, path, { body, cookie, expects = [200, 201, 202] } = {}) {
  const name = `prepare: ${path.replace(/[0-9a-f-]{36}|m-[\w-]+|\d{8}t[\w-]+/g, "…")}`;
  const answer = yield { step: "request", name, method, path, body, cookie, expects };
  if (!expects.includes(answer.status)) throw new Error(`${method} ${path} answered ${explain(answer)}`);
  return answer;
}

/**
 * Prepares an installation and gives plain data for the journeys.
 * `signIns`: `[{ role, email, password }]` with an admin, as a demo installation keeps in `demo-sign-ins.json`; those of
 * participants are used, too. `people`: how many participants there must be; missing ones register, and the admin reads their mails.
 * `signedIn`: `{ staff, cookies }` of an admin and of participants who are signed in already, instead of those.
 * `seats`: how many the workshop has.
 */
export function* prepareInstallation({ signIns, people, random, signedIn, seats }) {
  const staff = signedIn ? signedIn.staff : yield* signInAdmin(signIns);
  const workshop = yield* publishWorkshop(staff, { random, seats });
  const workshopIds = [workshop.id];
  while (workshopIds.length <= others) {
    workshopIds.push((yield* publishWorkshop(staff, { random, isSearched: false })).id);
  }
  const identified = yield* publishQuestionnaire(staff, { identityMode: "identified", random });
  const anonymous = yield* publishQuestionnaire(staff, { identityMode: "anonymous", random });
  const crowd = signedIn
    ? { cookies: signedIn.cookies, made: [] }
    : yield* participants(staff, { signIns, people, random });
  return {
    staff,
    workshopId: workshop.id,
    workshopIds,
    identified,
    anonymous,
    people: crowd.cookies,
    /** Accounts that were made here. */
    made: crowd.made,
    slugs: { en: yield* slugsIn("en", workshop.slugs.en), pl: yield* slugsIn("pl", workshop.slugs.pl) },
  };
}

function* signInAdmin(signIns) {
  const admin = signIns.find(({ role }) => role === "admin");
  if (!admin) throw new Error("A load test needs an admin's sign-in: see docs/guides/develop.md");
  return yield* signIn(admin);
}

/** Takes the workshops off the site, closes the questionnaires and suspends the accounts that were made. */
export function* cleanUpInstallation({ staff: cookie, workshopIds, identified, anonymous, made }) {
  for (const { id } of [identified, anonymous]) {
    yield* must("POST", `/api/v1/studio/questionnaires/${id}/close`, { cookie, expects: [200, 409] });
  }
  for (const id of workshopIds) {
    yield* must("POST", `/api/v1/studio/workshops/${id}/archive`, { cookie, expects: [200, 409] });
  }
  for (const id of made) {
    yield* must("PUT", `/api/v1/studio/people/${id}/suspension`, { cookie, body: { isSuspended: true } });
  }
}

function* signIn({ email, password }) {
  const answer = yield* must("POST", "/api/v1/account/sign-in", { body: { email, password } });
  return answer.cookie;
}

/** A workshop in both languages, years ahead, with so many seats. */
export function* publishWorkshop(cookie, { random, seats, isSearched }) {
  const facilitators = (yield* must("GET", "/api/v1/studio/facilitators", { cookie })).json().items;
  const body = { name: "Load test" };
  const facilitator = facilitators[0] || (yield* must("POST", "/api/v1/studio/facilitators", { cookie, body })).json();
  const prepare = () => preparedWorkshop({ facilitatorId: facilitator.id, random, seats, isSearched });
  let content = prepare();
  let draft = (yield* must("POST", "/api/v1/studio/workshops", { cookie, body: { content } })).json();
  const path = `/api/v1/studio/workshops/${draft.id}`;
  for (let tries = 0; ; tries += 1) {
    const expects = tries < placeTries ? [200, 409] : [200];
    const order = { language: "en", version: draft.version };
    const answer = yield* must("POST", `${path}/publish`, { cookie, body: order, expects });
    if (answer.status === 200) break;
    // The facilitator is busy at that hour.
    content = prepare();
    const changes = { baseVersion: draft.version, changes: { sessions: content.sessions } };
    draft = (yield* must("PATCH", path, { cookie, body: changes })).json();
  }
  return (yield* must("POST", `${path}/publish`, { cookie, body: { language: "pl", version: draft.version } })).json();
}

/** A questionnaire for anyone, identified or anonymous. */
export function* publishQuestionnaire(cookie, { identityMode, random }) {
  const settings = { audience: "anyone", identityMode };
  const body = { content: preparedQuestionnaire(random), settings };
  const draft = (yield* must("POST", "/api/v1/studio/questionnaires", { cookie, body })).json();
  const order = { version: draft.version, languages: ["en", "pl"] };
  yield* must("POST", `/api/v1/studio/questionnaires/${draft.id}/publish`, { cookie, body: order });
  return { id: draft.id };
}

function* slugsIn(language, own) {
  const list = yield* must("GET", `/api/v1/workshops?lang=${language}&limit=${listed}`);
  const slugs = list.json().items.map(({ slug }) => slug);
  return slugs.includes(own) ? slugs : [...slugs, own];
}

/** The participants whose sign-ins are known, and as many new ones as are missing. */
function* participants(staff, { signIns, people, random }) {
  const cookies = [];
  for (const known of signIns.filter(({ role }) => role === "participant").slice(0, people)) {
    cookies.push(yield* signIn(known));
  }
  const run = newUuid(random).slice(0, 8);
  const password = newUuid(random);
  const emails = Array.from({ length: people - cookies.length }, (_, index) => `load-${run}-${index}@example.org`);
  for (const email of emails) {
    const body = { name: "Load test", email, password, language: "en" };
    yield* must("POST", "/api/v1/account/register", { body });
  }
  const made = [];
  const messages = yield* messagesTo(staff, emails);
  for (const name of messages) {
    const message = yield* must("GET", `/api/v1/studio/operations/messages/${name}`, { cookie: staff });
    const token = /token=([\w-]+)/.exec(message.json().text)[1];
    const verified = yield* must("POST", "/api/v1/account/verify-email", { body: { token } });
    cookies.push(verified.cookie);
    made.push(verified.json().id);
  }
  return { cookies, made };
}

/** The names of the messages to the addresses, once all have been sent. */
function* messagesTo(cookie, emails) {
  if (emails.length === 0) return [];
  for (let tries = 0; tries < mailTries; tries += 1) {
    const { items, isDelivering } = (yield* must("GET", "/api/v1/studio/operations/messages", { cookie })).json();
    if (isDelivering) {
      throw new Error(
        "This installation sends its mail, so nobody can be registered here: give sign-ins of participants.",
      );
    }
    const names = emails.map((email) => items.find(({ to }) => to.includes(email))?.name);
    if (names.every(Boolean)) return names;
    yield pause(mailEverySeconds);
  }
  throw new Error("The mails to those who registered were not sent within a minute: is a worker running?");
}

// What a journey is made of. Journeys are generators that yield steps and get answers, so that the same ones run in k6,
// which waits for each answer, and in Node.js, which serves many users at once. Plain JavaScript without anything of either.

/**
 * Asks for something and checks the answer's status.
 * `name` is the step's name in every report, `what` a method and a path. `expects` are the statuses that are no failure here.
 */
export function* ask(name, what, { body, cookie, expects = [200] } = {}) {
  const [method, path] = what.split(" ");
  const answer = yield { step: "request", name, method, path, body, cookie, expects };
  const wanted = expects.join(" or ");
  yield check(`${name}: answered ${wanted}`, expects.includes(answer.status), `${answer.status}`);
  return answer;
}

/** Something that has to hold. `found` tells what was there instead. */
export const check = (name, holds, found = "") => ({ step: "check", name, holds: Boolean(holds), found });

/** The time that a person takes before the next step, in seconds; without it, the driver's own. */
export const pause = (seconds) => ({ step: "pause", seconds });

/** A version 4 UUID, as browsers make them for responses. */
export function newUuid(random) {
  const digit = (mask, set) => ((Math.floor(random() * 16) & mask) | set).toString(16);
  const digits = (count) => Array.from({ length: count }, () => digit(15, 0)).join("");
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${digit(3, 8)}${digits(3)}-${digits(12)}`;
}

export const oneOf = (list, random) => list[Math.floor(random() * list.length)];

/** Statuses that mean success, and all others, in words that a person can act on. */
export function explain(answer) {
  return `${answer.status} ${answer.text.slice(0, 300)}`;
}

import { setTimeout as delay } from "node:timers/promises";
import { journeys, pickJourney } from "../../tests/performance/journeys.js";
import { takeSteps } from "./driver.mjs";
import { createRecord } from "./record.mjs";
import { lengthOf, mostUsersOf, usersAt } from "./stages.mjs";

const lookEveryMs = 100;

/**
 * Lets as many users as the stages say go on journeys at once, each from one journey to the next, and gives the record.
 * A user whose time is over ends the request on the way, not the journey.
 */
export async function runCrowd({ site, client, stages, think, tick }) {
  const record = createRecord();
  const isShared = site.people.length < mostUsersOf(stages);
  const context = { site: { ...site, isShared }, client, think, record };
  const users = [];
  const startedAt = performance.now();
  for (;;) {
    const seconds = (performance.now() - startedAt) / 1000;
    const wanted = usersAt(stages, seconds);
    if (wanted === undefined) break;
    while (users.length < wanted) users.push(startUser(context, users.length));
    const leaving = users.splice(wanted);
    for (const user of leaving) user.leave();
    tick?.({ seconds, all: lengthOf(stages), users: users.length });
    await delay(lookEveryMs);
  }
  for (const user of users) user.leave();
  await Promise.all(users.map(({ ended }) => ended));
  return { record, seconds: (performance.now() - startedAt) / 1000 };
}

function startUser({ site, client, think, record }, number) {
  const controller = new AbortController();
  const { signal } = controller;
  const user = { cookie: site.people[number % site.people.length], memory: {} };
  const ended = (async () => {
    while (!signal.aborted) {
      const name = pickJourney(Math.random);
      await takeJourney(name, {
        steps: journeys[name]({ site, user, random: Math.random }),
        client,
        think,
        signal,
        record,
      });
    }
  })();
  return { leave: () => controller.abort(), ended };
}

/** An answer that a journey cannot go on with ends it; the record has it already, and why. */
export async function takeJourney(name, { steps, client, think, signal, record }) {
  try {
    await takeSteps(steps, {
      ...{ client, think, signal },
      record: (step, answer) => record.request(name, step, answer),
      fail: (step) => record.failedCheck(name, step),
    });
  } catch (error) {
    record.failedCheck(name, { name: "could not go on", found: String(error) });
    await delay(1000, undefined, { signal }).catch(() => undefined);
  }
}

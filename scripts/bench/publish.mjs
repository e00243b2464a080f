import { setTimeout as delay } from "node:timers/promises";
import { publishWorkshop } from "../../tests/performance/installation.js";
import { createClient } from "../load/client.mjs";
import { takeSteps } from "../load/driver.mjs";
import { startOwn } from "./own-server.mjs";
import { asMs, atMost, exactly, median, rounds, row } from "./rows.mjs";

const processes = 3;
const watchers = 24;
const tries = 10;
const giveUpMs = 5_000;

/**
 * How soon every process shows what one has published: many connections, so that each process holds some of them, all asking
 * again and again since before the commit. The time runs from when the publisher was told to when the first new page arrived.
 */
export async function publishRows({ database, signedIn, settings }) {
  const app = await startOwn(database, { processes, redis: settings.hasRedis });
  try {
    const taken = await rounds(tries, () => publishOnce(app.url, signedIn.staff));
    const late = taken.filter(({ isOwnLate }) => isOwnLate).length;
    const [middle, worst] = [median(taken.map(({ lagMs }) => lagMs)), Math.max(...taken.map(({ lagMs }) => lagMs))];
    const what = `one publish, ${app.processes} processes`;
    return [
      row(`${what}: old page after the publisher's answer, same connection`, exactly(0), {
        value: late,
        text: `${late} of ${tries}`,
      }),
      row(`${what}: until every connection shows it, median`, atMost(50, "≤ 50 ms"), asMs(middle)),
      row(`${what}: until every connection shows it, worst of ${tries}`, atMost(50, "≤ 50 ms"), asMs(worst)),
    ];
  } finally {
    await app.stop();
  }
}

async function publishOnce(url, cookie) {
  const publisher = createClient(url, { sockets: 1 });
  const clients = Array.from({ length: watchers }, () => createClient(url, { sockets: 1 }));
  try {
    const workshop = await takeSteps(publishWorkshop(cookie, { random: Math.random }), {
      client: publisher,
      think: [0, 0],
    });
    const path = `/api/v1/workshops/${workshop.slugs.en}?lang=en`;
    // Every process has the old page before it changes.
    await Promise.all([publisher, ...clients].map((client) => client.send({ path })));
    const title = `Published at ${Date.now()}`;
    const draft = `/api/v1/studio/workshops/${workshop.id}`;
    const body = { baseVersion: workshop.version, changes: { title: { ...workshop.content.title, en: title } } };
    const saved = (await publisher.send({ method: "PATCH", path: draft, cookie, body })).json();
    const publish = {
      method: "POST",
      path: `${draft}/publish`,
      cookie,
      body: { language: "en", version: saved.version },
    };
    const shown = Promise.all(clients.map((client) => whenShown({ client, path, title })));
    const answer = await publisher.send(publish);
    const publishedAt = performance.now();
    if (answer.status !== 200) throw new Error(`publishing answered ${answer.status} ${answer.text}`);
    const own = (await publisher.send({ path })).text.includes(title);
    return { isOwnLate: !own, lagMs: Math.max(...(await shown)) - publishedAt };
  } finally {
    for (const client of [publisher, ...clients]) client.close();
  }
}

/** When the first new page arrived. It may be before the publisher's answer, which waits for its own process only. */
async function whenShown({ client, path, title }) {
  const startedAt = performance.now();
  while (!(await client.send({ path })).text.includes(title)) {
    if (performance.now() - startedAt > giveUpMs) throw new Error("a process went on showing the old page");
    // Without a break the watchers would be what the processes are busy with.
    await delay(1);
  }
  return performance.now();
}

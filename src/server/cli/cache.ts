import { record } from "../audit/index.ts";
import { StartupError } from "../platform/config/startup-error.ts";
import { systemClock } from "../platform/time/clock.ts";
import { type Answer, type Command, tableOf } from "./command.ts";
import type { Visit } from "./visit.ts";

const usage = "cache [stats | clear [--tag TAG]]";

export const cache: Command = {
  usage,
  summary: "how the running product's cache is used; drop what is under a tag, or everything, in all its processes",
  options: { tag: { type: "string" } },
  async run(visit, { words: [action = "stats"], texts: { tag } }) {
    if (action === "stats") return stats(visit);
    if (action === "clear") return clear(visit, tag);
    throw new StartupError(`Usage: npm run cli -- ${usage}`);
  },
};

/** Told through the database, so every process hears it, on every machine. */
async function clear(visit: Visit, tag: string | undefined): Promise<Answer> {
  const app = await visit.app();
  if (tag === undefined) await app.cache.invalidateAll();
  else await app.cache.invalidateByTag(tag);
  const subject = { subjectType: "cache_tag", subjectId: tag ?? "everything" };
  await record(app.db, { actorId: null, action: "cache.cleared", ...subject, at: systemClock.now() });
  return { text: tag === undefined ? "Everything was dropped." : `What is under ${tag} was dropped.`, data: { tag } };
}

/** The figures are in the processes that serve; they show them at /metrics. */
async function stats({ settings: { HOST, PORT, METRICS_TOKEN } }: Visit): Promise<Answer> {
  const host = HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${PORT}/metrics`;
  const headers: Record<string, string> =
    METRICS_TOKEN === undefined ? {} : { authorization: `Bearer ${METRICS_TOKEN}` };
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (answer && !answer.ok) {
    throw new StartupError(`${url} answers ${answer.status}: set METRICS_TOKEN as the product has it`);
  }
  if (!answer) {
    throw new StartupError(
      `nobody shows figures at ${url}: start the product, or look at the studio's operations page`,
    );
  }
  const lines = (await answer.text()).split("\n").filter((line) => /^workshopsai_(?:cache|redis)_/.test(line));
  const rows = lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), line.slice(line.lastIndexOf(" ") + 1)]);
  return { text: rows.length > 0 ? tableOf(rows) : "No figures of the cache there.", data: Object.fromEntries(rows) };
}

import { publishQuestionnaire } from "../../tests/performance/installation.js";
import { createClient } from "../load/client.mjs";
import { runCrowd } from "../load/crowd.mjs";
import { takeSteps } from "../load/driver.mjs";
import { runRoom } from "../load/room.mjs";
import { stagesFor } from "../load/stages.mjs";
import { asMs, atLeast, atMost, exactly, notMeasured, row } from "./rows.mjs";

const think = [0.2, 0.7];

/** 60 people behind one address. */
export async function roomRows({ app, site, signedIn, settings }) {
  const client = createClient(app.url);
  try {
    const fresh = publishQuestionnaire(signedIn.staff, { identityMode: "identified", random: Math.random });
    const identified = await takeSteps(fresh, { client, think: [0, 0] });
    const { record, targets } = await runRoom({ site: { ...site, identified }, client, seconds: settings.roomSeconds });
    const { all, writes, failedChecks } = { ...record.summary() };
    const what = `60 people behind one address, ${settings.roomSeconds} s`;
    return [
      row(`${what}: answers 429`, exactly(0), { value: targets[0].value, text: String(targets[0].value) }),
      row(`${what}: errors`, exactly(0), { value: all.errors + failedChecks, text: String(all.errors + failedChecks) }),
      row(`${what}: P95 of saving and submitting`, atMost(40, "≤ 40 ms"), asMs(writes.p95)),
    ];
  } finally {
    client.close();
  }
}

/** The guide's profile up to 200 users, nine of ten requests reading. */
export async function profileRows({ app, site, signedIn, settings }) {
  const client = createClient(app.url);
  try {
    const before = await cacheCounts(client, signedIn.staff);
    const { record, seconds } = await runCrowd({
      site,
      client,
      stages: stagesFor({ seconds: settings.profileSeconds }),
      think,
    });
    const after = await cacheCounts(client, signedIn.staff);
    const { all, reads, failedChecks } = record.summary();
    const what = `the guide's profile, 200 users, ${Math.round(seconds)} s`;
    const megabytes = app.megabytes();
    return [
      row(`${what}: P95 of reads`, atMost(25, "≤ 25 ms"), asMs(reads.p95)),
      row(`${what}: P99 of reads`, atMost(60, "≤ 60 ms"), asMs(reads.p99)),
      row(`${what}: P95 of all`, atMost(25, "≤ 25 ms"), asMs(all.p95)),
      row(`${what}: errors and failed checks`, exactly(0), {
        value: all.errors + failedChecks,
        text: `${all.errors + failedChecks} of ${all.count}`,
      }),
      hitRow(`${what}: cache hits`, before, after),
      row(`${what}: memory of the app`, atMost(260, "≤ 260 MB"), {
        value: megabytes,
        text: `${Math.round(megabytes)} MB`,
      }),
    ];
  } finally {
    client.close();
  }
}

function hitRow(what, before, after) {
  const budget = atLeast(0.95, "≥ 95 %");
  if (!before || !after) return notMeasured(what, budget, "the product does not show it");
  const hits = after.hits - before.hits;
  const all = hits + after.misses - before.misses;
  return row(what, budget, { value: hits / all, text: `${((hits / all) * 100).toFixed(1)} % of ${all}` });
}

/** Hits and misses since the start, over all kinds, and what is ready as bytes is a hit; undefined where nothing shows them. */
async function cacheCounts(client, cookie) {
  const answer = await client.send({ path: "/api/v1/studio/operations/cache", cookie });
  if (answer.status !== 200) return undefined;
  const { ready, ...cache } = answer.json();
  const kinds = Object.values(cache.kinds);
  const sum = (name) => kinds.reduce((total, kind) => total + kind[name], 0);
  return { hits: ready.answered + sum("hits") + sum("stale"), misses: sum("misses") };
}

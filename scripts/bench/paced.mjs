// Requests at a steady pace, however long each takes, in a process of its own: their percentiles.
import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "../load/client.mjs";
import { createHistogram } from "../load/histogram.mjs";

process.once("message", async ({ url, paths, seconds, perSecond, cookie, start = 0 }) => {
  const client = createClient(url);
  const times = createHistogram();
  const waiting = new Set();
  let [failures, next] = [0, start];
  const startedAt = performance.now();
  const end = startedAt + seconds * 1000;
  for (let due = startedAt; due < end; due += 1000 / perSecond) {
    const early = due - performance.now();
    if (early > 1) await delay(early);
    const sending = client.send({ path: paths[next++ % paths.length], cookie }).then(({ status, milliseconds }) => {
      times.add(milliseconds);
      if (status !== 200) failures += 1;
      waiting.delete(sending);
    });
    waiting.add(sending);
  }
  await Promise.all(waiting);
  client.close();
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => times.percentile(share));
  process.send({ count: times.count, failures, p50, p95, p99, max: times.max, next }, () => process.exit(0));
});

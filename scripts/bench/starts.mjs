import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { residentMegabytes, startApp } from "./processes.mjs";
import { asMs, atMost, median, row } from "./rows.mjs";

/** How long a start takes, and what the process holds when it has nothing to do. */
export async function startRows({ settings }) {
  const { first, later, restMegabytes } = await measureStarts(settings);
  return [
    row("first start on an empty folder, until ready", atMost(4000, "≤ 4 s"), asMs(first.median)),
    row("later start, until ready", atMost(1200, "≤ 1.2 s"), asMs(later.median)),
    row("memory of the app at rest", atMost(140, "≤ 140 MB"), {
      value: restMegabytes,
      text: `${Math.round(restMegabytes)} MB`,
    }),
  ];
}

/** First starts on empty folders, a later start on each of them, and the memory held after a rest. */
async function measureStarts({ rounds, restSeconds }) {
  const first = [];
  const later = [];
  let restMegabytes;
  for (let index = 0; index < rounds; index++) {
    const folder = mkdtempSync(join(tmpdir(), "workshopsai-bench-"));
    const environment = { DATA_DIR: folder, NODE_ENV: "development" };
    const isLast = index === rounds - 1;
    try {
      first.push(await startOnce(environment));
      later.push(
        await startOnce(environment, async ({ pid }) => {
          if (!isLast) return;
          await delay(restSeconds * 1000);
          restMegabytes = residentMegabytes(pid);
        }),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { first: { median: median(first), all: first }, later: { median: median(later), all: later }, restMegabytes };
}

async function startOnce(environment, whileRunning = async () => undefined) {
  const app = await startApp(environment);
  try {
    await whileRunning(app);
  } finally {
    await app.stop();
  }
  return app.milliseconds;
}

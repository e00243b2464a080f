import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { residentMegabytes, startApp } from "./processes.mjs";
import { median } from "./rounds.mjs";

/** First starts on empty folders, a later start on each of them, and the memory held after a rest. */
export async function measureStarts({ rounds, restSeconds }) {
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

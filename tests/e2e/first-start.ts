import { existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { inject } from "vitest";

const madeWithinMs = 120_000;

/**
 * Puts what the first start leaves, the demo included, into a data folder that is empty or not there: starting on it
 * takes half of what a first start takes. It is made once in a run, by the test that needs it first.
 *
 * @param makeIn Starts the product on the folder for the first time, and stops it.
 */
export async function copyFirstStart(folder: string, makeIn: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) return;
  const place = inject("firstStart");
  const [made, making, done] = ["data", "making", "done"].map((name) => join(place, name)) as [string, string, string];
  const deadline = Date.now() + madeWithinMs;
  while (!existsSync(done)) {
    if (begins(making)) {
      // Files of other processes wait for this one, so the next one tries when this one fails.
      await makeIn(made).finally(() => rmdirSync(making));
      writeFileSync(done, "");
    }
    if (Date.now() > deadline) throw new Error("no test made the first start in time");
    await delay(50);
  }
  await cp(made, folder, { recursive: true });
}

/** A folder is made by one only. */
function begins(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

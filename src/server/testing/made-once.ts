import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { inject } from "vitest";

const madeWithinMs = 120_000;

/**
 * A folder that takes long to make and is the same for all: made once in a run, by the test that needs it first. Whoever
 * changes it copies it before.
 */
export async function madeOnce(name: string, makeIn: (folder: string) => Promise<void> | void): Promise<string> {
  const place = join(inject("madeOnce"), name);
  const [made, making, done] = ["data", "making", "done"].map((part) => join(place, part)) as [string, string, string];
  mkdirSync(place, { recursive: true });
  const deadline = Date.now() + madeWithinMs;
  while (!existsSync(done)) {
    if (begins(making)) {
      try {
        // It may have been done just now.
        if (!existsSync(done)) await makeIn(made);
        writeFileSync(done, "");
      } catch (error) {
        // Others wait for this one, and the next one tries.
        rmSync(made, { recursive: true, force: true });
        throw error;
      } finally {
        rmdirSync(making);
      }
    }
    if (Date.now() > deadline) throw new Error(`no test made ${name} in time`);
    await delay(50);
  }
  return made;
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

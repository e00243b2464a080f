import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { startWatch } from "./watch.ts";

test("it looks again and again, one look at a time, also after one that failed, and ends when told to", async () => {
  const errors: unknown[] = [];
  const log = { error: (fields: unknown) => void errors.push(fields) } as never;
  let [looks, underWay, most] = [0, 0, 0];
  const evaluate = async () => {
    most = Math.max(most, ++underWay);
    await delay(3);
    underWay--;
    if (++looks === 2) throw new Error("a bad look");
  };
  const watch = startWatch({ evaluate, log, everyMs: 1 });
  while (looks < 4) await delay(1);
  await watch.stop();
  const looksAtTheEnd = looks;
  await delay(10);
  expect([most, errors.length, looks - looksAtTheEnd, underWay]).toEqual([1, 1, 0, 0]);
});

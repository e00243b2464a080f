import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Thread } from "./thread.ts";

/** Answers as `answerTasks` does, in plain JavaScript, which a thread can load. */
const script = `
import { parentPort, threadId } from "node:worker_threads";
let tasks = 0;
parentPort.on("message", async ({ does, value }) => {
  tasks += 1;
  if (does === "fails") parentPort.postMessage({ error: new RangeError(value) });
  else if (does === "breaks") throw new Error(value);
  else if (does === "ends") process.exit(3);
  else if (does === "grows") { const kept = []; for (;;) kept.push(new Array(1e5).fill(Math.random())); }
  else if (does === "goes on") for (;;);
  else parentPort.postMessage({ result: { value, tasks, threadId } });
});`;

interface Done {
  value: string;
  tasks: number;
  threadId: number;
}

const folder = mkdtempSync(join(tmpdir(), "workshopsai-thread-"));
const file = join(folder, "script.mjs");
writeFileSync(file, script);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (idleMs?: number) =>
  new Thread<{ does: string; value: string }, Done>({
    file,
    maxMegabytes: 24,
    ...(idleMs === undefined ? {} : { idleMs }),
  });
const echo = (value: string) => ({ does: "answers", value });

describe("a thread", () => {
  test("does one task after the other, and goes on after one that failed", async () => {
    const thread = open();
    const failing = thread.run({ does: "fails", value: "too far" });
    const [first, failed, second] = await Promise.allSettled([thread.run(echo("a")), failing, thread.run(echo("b"))]);
    expect(failed).toMatchObject({ status: "rejected", reason: { name: "RangeError", message: "too far" } });
    expect(first).toMatchObject({ value: { value: "a", tasks: 2 } });
    expect(second).toMatchObject({ value: { value: "b", tasks: 3 } });
  });

  test.each([
    ["breaks", /^out of order$/],
    ["ends", /ended with 3/],
    ["grows", /memory/],
  ])("that %s says so to its task alone; the next one gets a new thread", async (does, message) => {
    const thread = open();
    const tasks = [thread.run({ does, value: "out of order" }), thread.run(echo("next"))];
    const [broken, next] = await Promise.allSettled(tasks);
    expect(broken).toMatchObject({ status: "rejected", reason: { message: expect.stringMatching(message) } });
    expect(next).toMatchObject({ value: { value: "next", tasks: 1 } });
  });

  test("stops when it is told to, also what only waits, and never begins what was given up before", async () => {
    const thread = open();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const tasks = [
      thread.run({ does: "goes on", value: "" }, { signal: running.signal }),
      thread.run(echo("given up"), { signal: waiting.signal }),
      thread.run(echo("next")),
    ];
    waiting.abort(new Error("nobody waits"));
    running.abort(new Error("too long"));
    expect(await Promise.allSettled(tasks)).toMatchObject([
      { reason: { message: "too long" } },
      { reason: { message: "nobody waits" } },
      { value: { value: "next", tasks: 1 } },
    ]);
  });

  test("ends when nothing was asked of it for a while, and begins again", async () => {
    const thread = open(0);
    const first = await thread.run(echo("a"));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await thread.run(echo("b"));
    expect([first.tasks, second.tasks]).toEqual([1, 1]);
    expect(second.threadId).not.toBe(first.threadId);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { getPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { Thread } from "../platform/threads/thread.ts";
import { eveningContent } from "../responses/respondents.testing.ts";
import { type ComputedRelease, computeRelease, type ReleaseTask } from "./compute-release.ts";
import { secretOfQuestion } from "./keyed-secret.ts";

const content = eveningContent();
const codes = content.sections.flatMap(({ questions }) => questions.map(({ code }) => code));
const row = (id: number) => ({
  id: `r${id}`,
  version: 1,
  answers: { enjoyed: id % 3 > 0 },
  enteredIn: id < 7 ? 1 : null,
});
const page = (from: number) =>
  new TextEncoder().encode(JSON.stringify(Array.from({ length: 40 }, (_, index) => row(from + index))));

const task: ReleaseTask = {
  versions: [{ number: 1, content }],
  pages: [page(0), page(40)],
  held: {},
  number: 2,
  secrets: Object.fromEntries(codes.map((code) => [code, secretOfQuestion("test", "q", code)])),
  departed: [{ enteredIn: 1, leftIn: null, departedAt: null }],
};

const file = fileURLToPath(new URL("../../../dist/server/release-thread.cjs", import.meta.url));
const openThread = () => new Thread<ReleaseTask, ComputedRelease>({ file, maxMegabytes: 256 });

test("the built thread computes what this one does, and hands on what went wrong", async () => {
  const thread = openThread();
  const there = await thread.run(task);
  expect(there).toEqual(await computeRelease(task));
  expect([there.respondents, there.newcomers.length]).toEqual([80, 73]);
  expect(there.figures.enjoyed?.answered).toBe(80);
  await expect(thread.run({ ...task, secrets: {} })).rejects.toThrow("no secret was given");
});

test.runIf(process.platform === "linux")(
  "the built thread gives way to the others of its process, and it alone",
  async () => {
    const priority = getPriority();
    const before = lowThreads(priority);
    await openThread().run(task);
    expect(lowThreads(priority).filter((id) => !before.includes(id))).toHaveLength(1);
    expect(getPriority()).toBe(priority);
  },
);

/** The threads of this process with a lower priority than its own. */
const lowThreads = (priority: number) => readdirSync("/proc/self/task").filter((id) => nicenessOf(id) > priority);

function nicenessOf(threadId: string): number {
  try {
    const stat = readFileSync(`/proc/self/task/${threadId}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]);
  } catch {
    return 0; // It has ended since.
  }
}

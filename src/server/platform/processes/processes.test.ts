import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StartupError } from "../config/startup-error.ts";
import { createLog } from "../logging/log.ts";
import type { Member } from "./member.ts";
import { superviseProcesses } from "./processes.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const log = createLog({ level: "silent", isPretty: false });
const leaving = { noticeMs: 0, finishWithinMs: 1_000 };

interface Actor extends Member {
  die(how?: string): void;
  left: string[];
}

/** A process as the supervisor sees it. */
function actor(pid: number, listening: Promise<void>): Actor {
  let end: (how: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const left: string[] = [];
  return {
    pid,
    listening,
    ended,
    left,
    die: (how = "ended by SIGKILL") => end(how),
    kill: () => end("ended by SIGKILL"),
    ask: async (topic) => {
      if (pid === 1) throw new Error("no answer");
      return `${topic} of ${pid}`;
    },
    async leave({ isReplaced }) {
      left.push(isReplaced ? "replaced" : "stopped");
      end("ended with exit code 0");
    },
  };
}

function company(count: number, start: (nth: number) => Promise<void> = async () => undefined) {
  const actors: Actor[] = [];
  const startedAt: number[] = [];
  const processes = superviseProcesses({
    count,
    log,
    employ() {
      startedAt.push(Date.now());
      const next = actor(actors.length, start(actors.length));
      actors.push(next);
      return next;
    },
  });
  return { processes, actors, startedAt };
}

test("a process that ends by itself is replaced at once, and counted", async () => {
  const { processes, actors } = company(3);
  await processes.start();
  expect(actors).toHaveLength(3);
  actors[1]?.die();
  await vi.advanceTimersByTimeAsync(5);
  expect([actors.length, processes.lost]).toEqual([4, 1]);
});

test("one that is lost again and again is replaced with growing pauses, at most ten seconds", async () => {
  const { processes, actors, startedAt } = company(1);
  await processes.start();
  for (let n = 0; n < 10; n++) {
    actors.at(-1)?.die();
    await vi.advanceTimersByTimeAsync(10_000);
    startedAt.push(Number.NaN);
  }
  const starts = startedAt.filter((at) => !Number.isNaN(at));
  const pauses = starts.slice(1).map((at, n) => at - (starts[0] ?? 0) - n * 10_000);
  expect(pauses).toEqual([0, 100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
});

test("after a steady minute its next loss is the first again", async () => {
  const { processes, actors } = company(1);
  await processes.start();
  for (let n = 0; n < 4; n++) {
    actors.at(-1)?.die();
    await vi.advanceTimersByTimeAsync(70_000);
  }
  actors.at(-1)?.die();
  await vi.advanceTimersByTimeAsync(5);
  expect(actors).toHaveLength(6);
});

test("a start fails with one line when a process ends while it starts, three times in a row", async () => {
  const { processes, actors } = company(1, () => Promise.reject(new Error("ended with exit code 1")));
  const failed = expect(processes.start()).rejects.toThrow(
    new StartupError("The web processes do not start: the last one ended with exit code 1"),
  );
  await vi.advanceTimersByTimeAsync(10_000);
  await failed;
  expect(actors).toHaveLength(3);
});

test("what the person at the terminal can put right ends the start at the first try", async () => {
  const { processes, actors } = company(1, () => Promise.reject(new StartupError("Port 3001 is taken")));
  await expect(processes.start()).rejects.toThrow("Port 3001 is taken");
  expect(actors).toHaveLength(1);
});

test("renewing replaces one after the other, each only once its successor serves", async () => {
  const events: string[] = [];
  let isReady: (() => void) | undefined;
  const { processes, actors } = company(2, (nth) =>
    nth < 2
      ? Promise.resolve()
      : new Promise((resolve) => {
          isReady = resolve;
        }),
  );
  await processes.start();
  const renewed = processes.renew(leaving).then(() => events.push("renewed"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(actors.map(({ left }) => left)).toEqual([[], [], []]);
  isReady?.();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(actors.map(({ left }) => left)).toEqual([["replaced"], [], [], []]);
  isReady?.();
  await vi.advanceTimersByTimeAsync(1_000);
  await renewed;
  expect(actors.map(({ left }) => left)).toEqual([["replaced"], ["replaced"], [], []]);
  expect([events, processes.lost]).toEqual([["renewed"], 0]);
});

test("when the successor does not start, the old process stays", async () => {
  const { processes, actors } = company(2, async (nth) => {
    if (nth >= 2) throw new Error("ended with exit code 1");
  });
  await processes.start();
  await expect(processes.renew(leaving)).rejects.toThrow("ended with exit code 1");
  expect(actors.map(({ left }) => left)).toEqual([[], [], []]);
});

test("an old process that is lost while its successor starts is not replaced twice", async () => {
  let isReady: (() => void) | undefined;
  const { processes, actors } = company(1, (nth) =>
    nth === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          isReady = resolve;
        }),
  );
  await processes.start();
  const renewed = processes.renew(leaving);
  actors[0]?.die();
  await vi.advanceTimersByTimeAsync(1_000);
  isReady?.();
  await renewed;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(actors).toHaveLength(2);
});

test("stopping asks all to leave, also those that only start, and replaces nobody", async () => {
  const { processes, actors } = company(2, (nth) => (nth < 2 ? Promise.resolve() : new Promise(() => undefined)));
  await processes.start();
  void processes.renew(leaving);
  await vi.advanceTimersByTimeAsync(10);
  await processes.stop(leaving);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(actors.map(({ left }) => left)).toEqual([["stopped"], ["stopped"], ["stopped"]]);
});

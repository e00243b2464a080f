import type { Worker } from "node:cluster";
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StartupError } from "../config/startup-error.ts";
import { employ } from "./member.ts";
import type { Order, Report } from "./messages.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const leaving = { isReplaced: false, noticeMs: 1_000, finishWithinMs: 2_000 };

/** A forked process, seen from the one that forked it. */
function forked({ silentMs = 20_000 } = {}) {
  const orders: Order[] = [];
  const silent: number[] = [];
  const events = new EventEmitter();
  let isAlive = true;
  const exit = (code: number | null, signal: string | null) => {
    isAlive = false;
    events.emit("exit", code, signal);
  };
  const worker = Object.assign(events, {
    process: { pid: 7, kill: (signal: string) => exit(null, signal) },
    isConnected: () => isAlive,
    send: (order: Order) => orders.push(order),
  }) as unknown as Worker;
  const member = employ(worker, {
    task: { port: 1 },
    silentMs,
    onSilent: (pid) => silent.push(pid),
    askOthers: async (_asking, topic) => ({ values: [`${topic} of another`], missing: 0 }),
  });
  return { member, orders, silent, exit, report: (report: Report) => events.emit("message", report) };
}

test("the task is sent once the process can hear, and it serves when it says so", async () => {
  const { member, orders, report } = forked();
  expect(orders).toEqual([]);
  report({ kind: "here" });
  expect(orders).toEqual([{ kind: "begin", task: { port: 1 } }]);
  report({ kind: "listening" });
  await member.listening;
});

test("a process that answers no ping for its time is told of and killed; one that answers is left alone", async () => {
  const { member, report, silent, orders } = forked();
  report({ kind: "here" });
  for (let n = 0; n < 20; n++) {
    await vi.advanceTimersByTimeAsync(5_000);
    report({ kind: "pong" });
  }
  expect(orders.filter(({ kind }) => kind === "ping")).toHaveLength(20);
  expect(silent).toEqual([]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(silent).toEqual([]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(silent).toEqual([7]);
  expect(await member.ended).toBe("ended by SIGKILL");
});

test("why it does not start: its own words for people, else what went wrong, else how it ended", async () => {
  const foreseen = forked();
  foreseen.report({ kind: "failed", reason: "Port 1 is taken", isForeseen: true });
  await expect(foreseen.member.listening).rejects.toThrow(new StartupError("Port 1 is taken"));
  const unforeseen = forked();
  unforeseen.report({ kind: "failed", reason: "boom", isForeseen: false });
  await expect(unforeseen.member.listening).rejects.toThrow("failed: boom");
  const dead = forked();
  dead.exit(1, null);
  await expect(dead.member.listening).rejects.toThrow("ended with exit code 1");
});

test("who is asked to leave is killed when it has not by the time that it was given", async () => {
  const { member, report, orders } = forked();
  report({ kind: "here" });
  const left = member.leave(leaving);
  expect(orders.at(-1)).toEqual({ kind: "leave", ...leaving });
  await vi.advanceTimersByTimeAsync(60_000);
  await left;
  expect(await member.ended).toBe("ended by SIGKILL");
});

test("who cannot hear yet has nothing to finish and is ended at once", async () => {
  const { member } = forked();
  await member.leave(leaving);
  expect(await member.ended).toBe("ended by SIGKILL");
});

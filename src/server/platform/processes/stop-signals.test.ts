import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listenToSignals } from "./stop-signals.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What follows from each signal, without disturbing the process of the tests. */
function listening({ canRenew = false } = {}) {
  const heard: string[] = [];
  const handlers = new Map<unknown, (signal: NodeJS.Signals) => void>();
  vi.spyOn(process, "on").mockImplementation((name, handler) => {
    handlers.set(name, handler);
    return process;
  });
  listenToSignals({
    stop: (signal) => heard.push(`stop ${signal}`),
    stopAtOnce: () => heard.push("at once"),
    ...(canRenew ? { renew: () => heard.push("renew") } : {}),
  });
  return { heard, send: (signal: NodeJS.Signals) => handlers.get(signal)?.(signal) };
}

test("the first signal stops, the same one again ends at once", () => {
  const { heard, send } = listening();
  send("SIGTERM");
  vi.advanceTimersByTime(2_000);
  send("SIGTERM");
  expect(heard).toEqual(["stop SIGTERM", "at once"]);
});

test("a Ctrl-C that npm passes on, and the SIGTERM for npm's end, are not a second wish", () => {
  const { heard, send } = listening();
  send("SIGINT");
  vi.advanceTimersByTime(200);
  send("SIGINT");
  vi.advanceTimersByTime(2_000);
  send("SIGTERM");
  expect(heard).toEqual(["stop SIGINT"]);
  send("SIGINT");
  expect(heard).toEqual(["stop SIGINT", "at once"]);
});

test("SIGHUP stops as a closed terminal does, and renews where there is no terminal and something to renew", () => {
  const alone = listening();
  alone.send("SIGHUP");
  expect(alone.heard).toEqual(["stop SIGHUP"]);
  const several = listening({ canRenew: true });
  several.send("SIGHUP");
  several.send("SIGHUP");
  several.send("SIGTERM");
  expect(several.heard).toEqual(["renew", "renew", "stop SIGTERM"]);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLog } from "./log.ts";
import { createLogLevel } from "./log-level.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("another level lasts as long as was asked for, counted from the last change; then the settings' is back", () => {
  const lines: string[] = [];
  const log = createLog({ level: "warn", isPretty: false, destination: { write: (line) => lines.push(line) } });
  const logLevel = createLogLevel(log);
  const isHeard = () => {
    const before = lines.length;
    log.debug("anything");
    return lines.length > before;
  };
  expect(isHeard()).toBe(false);
  logLevel.change({ level: "debug", forMs: 5 * 60_000 });
  vi.advanceTimersByTime(4 * 60_000);
  logLevel.change({ level: "debug", forMs: 5 * 60_000 });
  vi.advanceTimersByTime(5 * 60_000 - 1);
  expect(isHeard()).toBe(true);
  vi.advanceTimersByTime(1);
  expect([isHeard(), log.level]).toEqual([false, "warn"]);
});

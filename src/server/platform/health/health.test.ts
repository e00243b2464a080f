import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fixedClock } from "../time/clock.ts";
import { createHealth } from "./health.ts";
import type { Check } from "./health-check.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const clock = fixedClock("2027-01-15T09:00:00Z");
const base = { timeoutMs: 1_000, everyMs: 10_000, whenFailed: "unhealthy" } as const;

function healthOf(...checks: Partial<Check>[]) {
  return createHealth({ clock, checks: checks.map((check) => ({ ...base, name: "it", run: undefined, ...check })) });
}

test("the worst check is the status; what the installation does not use is off and counts for nothing", async () => {
  const health = healthOf(
    { name: "fine", run: () => ({ status: "healthy", figures: { ageSeconds: 3 } }) },
    { name: "unused" },
    { name: "slow", run: async () => ({ status: "degraded", reason: "behind" }) },
  );
  const report = await health.checkNow();
  expect(report.status).toBe("degraded");
  expect(report.checks.map(({ name, status }) => [name, status])).toEqual([
    ["fine", "healthy"],
    ["unused", "off"],
    ["slow", "degraded"],
  ]);
  expect(report.checks[0]?.figures).toEqual({ ageSeconds: 3 });
  expect(report.checks[1]).toMatchObject({ checkedAt: null, responseMs: null });
});

test("a check that never returns counts as failed when its time is up, and is not begun a second time", async () => {
  let begun = 0;
  const health = healthOf({
    run: () => {
      begun += 1;
      return new Promise(() => undefined);
    },
  });
  health.start();
  expect(health.report().checks).toEqual([]);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(begun).toBe(1);
  expect(health.report()).toMatchObject({
    status: "unhealthy",
    checks: [{ status: "unhealthy", lastError: { message: "no answer within 1000 ms" } }],
  });
  health.stop();
  expect(vi.getTimerCount()).toBeLessThanOrEqual(1);
});

test("a start begins each check when the one before it has ended, and none after a stop", async () => {
  const begun: string[] = [];
  const taking = (name: string): Partial<Check> => ({
    name,
    run: async () => {
      begun.push(name);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { status: "healthy" };
    },
  });
  const health = healthOf(taking("first"), taking("second"), taking("third"));
  health.start();
  health.start();
  expect(begun).toEqual(["first"]);
  await vi.advanceTimersByTimeAsync(100);
  expect(begun).toEqual(["first", "second"]);
  health.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begun).toEqual(["first", "second"]);
});

test("an answer after its time does not make up for being late, and the next round begins anew", async () => {
  let finish: () => void = () => undefined;
  const health = healthOf({
    run: () =>
      new Promise((resolve) => {
        finish = () => resolve({ status: "healthy" });
      }),
  });
  health.start();
  await vi.advanceTimersByTimeAsync(2_000);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(health.report().status).toBe("unhealthy");
  await vi.advanceTimersByTimeAsync(8_500);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(health.report().status).toBe("healthy");
  health.stop();
});

test("since when it is so, and what went wrong last, stay known after it has mended", async () => {
  let isBroken = true;
  const health = healthOf({
    whenFailed: "degraded",
    run: async () => {
      if (isBroken) throw new Error("cannot reach redis://user:secret@cache:6379");
      return { status: "healthy" };
    },
  });
  await health.checkNow();
  clock.set("2027-01-15T09:05:00Z");
  isBroken = false;
  await health.checkNow();
  clock.set("2027-01-15T09:10:00Z");
  const [check] = (await health.checkNow()).checks;
  expect(check).toMatchObject({
    status: "healthy",
    changedAt: "2027-01-15T09:05:00.000Z",
    checkedAt: "2027-01-15T09:10:00.000Z",
    lastError: { at: "2027-01-15T09:00:00.000Z", message: "cannot reach redis://[hidden]@cache:6379" },
  });
});

import { expect, test } from "vitest";
import type { CheckStatus, HealthCheck } from "../../../shared/operations/health.ts";
import { collectHealth } from "./collect-health.ts";

const check = (name: string, status: CheckStatus, more: Partial<HealthCheck> = {}): HealthCheck => ({
  ...{ name, status, responseMs: 1, checkedAt: null, changedAt: null, lastError: null, figures: {} },
  ...more,
});

test("what processes agree on is told once, with the slowest answer, the newest error, and since when it is so anywhere", () => {
  const error = (at: string) => ({ at, message: at });
  const [mail, ...others] = collectHealth([
    {
      ...{ pid: 1, status: "degraded" },
      checks: [
        check("mail", "degraded", { changedAt: "2027-01-15T09:00:00Z", lastError: error("2027-01-15T09:05:00Z") }),
      ],
    },
    {
      ...{ pid: 2, status: "degraded" },
      checks: [
        check("mail", "degraded", {
          ...{ responseMs: 7, changedAt: "2027-01-15T09:01:00Z", lastError: error("2027-01-15T09:04:00Z") },
        }),
      ],
    },
  ]).checks;
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    ...{ responseMs: 7, changedAt: "2027-01-15T09:00:00Z", processes: [1, 2] },
    lastError: { at: "2027-01-15T09:05:00Z" },
  });
});

test("where they disagree each status is told with those who found it, the worst first, and the worst is the whole's", () => {
  const { status, processes, checks } = collectHealth([
    { pid: 1, status: "healthy", checks: [check("heap", "healthy"), check("redis", "off")] },
    { pid: 2, status: "unhealthy", checks: [check("heap", "unhealthy"), check("redis", "off")] },
    { pid: 3, status: "degraded", checks: [check("heap", "degraded"), check("redis", "off")] },
  ]);
  expect([status, processes]).toEqual(["unhealthy", [1, 2, 3]]);
  expect(checks.map(({ name, status: found, processes: by }) => [name, found, by])).toEqual([
    ["heap", "unhealthy", [2]],
    ["heap", "degraded", [3]],
    ["heap", "healthy", [1]],
    ["redis", "off", [1, 2, 3]],
  ]);
});

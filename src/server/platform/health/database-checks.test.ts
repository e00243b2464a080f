import { expect, test } from "vitest";
import type { DatabaseServer } from "../db/db.ts";
import { databaseChecks } from "./database-checks.ts";

const server = (name: string, ageMs: number, probe: () => Promise<void> = async () => undefined): DatabaseServer => ({
  ...{ name, probe, ageMs: () => ageMs },
});

test("a replica that is far behind limps, with how far; the primary is never behind itself", async () => {
  const checks = databaseChecks([server("primary", 60_000), server("replica-1", 10_000), server("replica-2", 12_600)]);
  expect(await Promise.all(checks.map(({ run }) => run?.()))).toEqual([
    { status: "healthy" },
    { status: "healthy", figures: { ageMs: 10_000 } },
    { status: "degraded", reason: "it is 13 s behind", figures: { ageMs: 12_600 } },
  ]);
});

test("without the primary hardly anything works; without a replica the primary does the work", async () => {
  const away = async () => Promise.reject(new Error("away"));
  const checks = databaseChecks([server("primary", 0, away), server("replica-1", 0, away)]);
  expect(checks.map(({ name, whenFailed }) => [name, whenFailed])).toEqual([
    ["database", "unhealthy"],
    ["replica-1", "degraded"],
  ]);
  for (const { run } of checks) await expect(run?.()).rejects.toThrow("away");
});

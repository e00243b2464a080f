import { expect, test } from "vitest";
import { diskFinding } from "./machine-checks.ts";

const gib = 1024 ** 3;

test("little room is told by share on a small disk, and by what is left on a large one", () => {
  const statusOf = (freeGib: number, totalGib: number) => diskFinding(freeGib * gib, totalGib * gib).status;
  expect([statusOf(3, 20), statusOf(1.9, 20), statusOf(0.4, 20)]).toEqual(["healthy", "degraded", "unhealthy"]);
  expect([statusOf(100, 4_000), statusOf(4.9, 4_000), statusOf(0.4, 4_000)]).toEqual([
    "healthy",
    "degraded",
    "unhealthy",
  ]);
});

test("what is left is said in words and figures", () => {
  expect(diskFinding(gib / 4, 100 * gib)).toEqual({
    status: "unhealthy",
    reason: "256 MiB are free",
    figures: { freeBytes: gib / 4, totalBytes: 100 * gib },
  });
});

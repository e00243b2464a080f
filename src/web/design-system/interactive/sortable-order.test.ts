import { describe, expect, test } from "vitest";
import { indexAfterMove } from "./sortable-order.ts";

const ids = ["a", "b", "c", "d"];

describe("an item that was dropped", () => {
  test.each([
    ["a", "c", true, 2],
    ["a", "c", false, 1],
    ["d", "a", false, 0],
    ["d", "b", true, 2],
    ["b", "a", true, 1],
    ["a", "d", true, 3],
  ])("%s next to %s (after: %s) stands at %i", (id, targetId, isAfter, index) => {
    expect(indexAfterMove(ids, id, { targetId, isAfter })).toBe(index);
  });

  test("stays where it is when it is dropped on itself", () => {
    expect(indexAfterMove(ids, "b", { targetId: "b", isAfter: true })).toBe(1);
  });
});

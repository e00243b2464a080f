import { expect, test } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import type { Tx } from "../platform/db/database.ts";
import { dropSeats, tagsOfList } from "./cache.ts";

test("a taken seat drops short and long lists that show the workshop, and short ones of others stay", () => {
  const [taken, ...others] = Array.from({ length: 101 }, () => ({ id: newId() }));
  if (!taken) throw new Error("there is no workshop");
  const dropped: string[] = [];
  const cache = { invalidateAfter: (_tx: Tx, tags: readonly string[]) => void dropped.push(...tags) };
  dropSeats({} as Tx, cache, taken.id);
  const isDropped = (shown: { id: string }[]) => tagsOfList(shown).some((tag) => dropped.includes(tag));
  for (const length of [0, 19, 23, 24, 99])
    expect(isDropped([...others.slice(0, length), taken]), `${length}`).toBe(true);
  expect([isDropped(others.slice(0, 24)), isDropped([])]).toEqual([false, false]);
});

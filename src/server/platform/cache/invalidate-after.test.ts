import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import { connectOnce } from "../db/connect-once.ts";
import { createCache } from "./create-cache.ts";
import { decodeNotification } from "./notification.ts";

let database: TestDatabase;
let listener: Awaited<ReturnType<typeof connectOnce>>;
const heard: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  listener = await connectOnce(database.url);
  listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await listener.query("listen cache_invalidated");
});
afterAll(async () => {
  await listener.end();
  await database.close();
});

const options = { kind: "application", tags: ["workshops"] } as const;

/** What was told since the last time. */
async function toldTags() {
  await listener.query("select 1");
  return heard.splice(0).map((payload) => decodeNotification(payload).tags);
}

describe("a transaction that changes what is cached", () => {
  test("drops nothing before its commit, everything before its answer, and tells the other processes once", async () => {
    const cache = createCache();
    await cache.getOrSet("key", options, async () => "old");
    await database.db.transaction(async (tx) => {
      cache.invalidateAfter(tx, ["workshops", "workshop:1"]);
      cache.invalidateAfter(tx, ["workshops", "workshop:2"]);
      cache.invalidateAfter(tx, []);
      expect(await cache.getOrSet("key", options, async () => "too early")).toBe("old");
      expect(await toldTags()).toEqual([]);
    });
    expect(await cache.getOrSet("key", options, async () => "new")).toBe("new");
    expect(await toldTags()).toEqual([["workshops", "workshop:1", "workshop:2"]]);
  });

  test("drops and tells nothing when it is rolled back", async () => {
    const cache = createCache();
    await cache.getOrSet("key", options, async () => "old");
    const work = database.db.transaction(async (tx) => {
      cache.invalidateAfter(tx, ["workshops"]);
      throw new Error("rolled back");
    });
    await expect(work).rejects.toThrow("rolled back");
    expect(await cache.getOrSet("key", options, async () => "new")).toBe("old");
    expect(await toldTags()).toEqual([]);
  });

  test("tells more tags than one notification holds in several, and a tag that none holds as everything", async () => {
    const cache = createCache({ db: database.db });
    const many = Array.from({ length: 1_000 }, (_, index) => `workshop:zażółć:${index}`);
    await cache.invalidateByTag(...many);
    const told = await toldTags();
    expect(told.length).toBeGreaterThan(2);
    expect(told.flat()).toEqual(many);
    await cache.invalidateByTag("x".repeat(10_000));
    expect(await toldTags()).toEqual(["all"]);
  });
});

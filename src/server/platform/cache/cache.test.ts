import { describe, expect, test } from "vitest";
import { createMemoryCache } from "./cache.ts";

const options = { ttlSeconds: 60, tags: ["workshops", "workshop:1"] };

describe("the memory cache", () => {
  test("computes once for many who ask at the same time", async () => {
    const cache = createMemoryCache();
    let computations = 0;
    const load = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return ++computations;
    };
    expect(await Promise.all([1, 2, 3].map(() => cache.getOrSet("key", options, load)))).toEqual([1, 1, 1]);
    expect(await cache.getOrSet("key", options, load)).toBe(1);
  });

  test("drops an entry by any of its tags", async () => {
    const cache = createMemoryCache();
    let value = 0;
    const load = async () => ++value;
    await cache.getOrSet("key", options, load);
    await cache.invalidate(["workshop:1"]);
    expect(await cache.getOrSet("key", options, load)).toBe(2);
    await cache.invalidate(["workshop:2"]);
    expect(await cache.getOrSet("key", options, load)).toBe(2);
  });

  test("never keeps a value whose computation began before an invalidation", async () => {
    const cache = createMemoryCache();
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const old = cache.getOrSet("key", options, () => gate.then(() => "old"));
    await cache.invalidate(["workshops"]);
    expect(await cache.getOrSet("key", options, async () => "new")).toBe("new");
    release();
    expect(await old).toBe("old");
    expect(await cache.getOrSet("key", options, async () => "newer")).toBe("new");
  });

  test("does not keep failures", async () => {
    const cache = createMemoryCache();
    await expect(cache.getOrSet("key", options, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await cache.getOrSet("key", options, async () => "yes")).toBe("yes");
  });

  test("keeps undefined and null apart from a miss", async () => {
    const cache = createMemoryCache();
    let computations = 0;
    const load = async () => {
      computations += 1;
      return null;
    };
    await cache.getOrSet("key", options, load);
    await cache.getOrSet("key", options, load);
    expect(computations).toBe(1);
  });
});

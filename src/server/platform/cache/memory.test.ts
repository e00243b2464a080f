import { describe, expect, test } from "vitest";
import { AppError } from "../../../shared/kernel/error.ts";
import type { CacheOptions } from "./cache.ts";
import { createCache } from "./create-cache.ts";

const options = { kind: "application", tags: ["workshops", "workshop:1"] } satisfies CacheOptions<unknown>;

/** A cache whose clock the test moves. */
function timedCache(memoryMegabytes?: number) {
  const time = { ms: 1_000_000 };
  const cache = createCache({ now: () => time.ms, ...(memoryMegabytes && { memoryMegabytes }) });
  const pass = (seconds: number) => {
    time.ms += seconds * 1000;
  };
  return { cache, pass };
}

function counter() {
  let value = 0;
  return async () => ++value;
}

function gated<T>(value: T) {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { load: () => gate.then(() => value), release: () => release() };
}

describe("computations", () => {
  test("one for many who ask at the same time", async () => {
    const { cache } = timedCache();
    const load = counter();
    expect(await Promise.all([1, 2, 3].map(() => cache.getOrSet("key", options, load)))).toEqual([1, 1, 1]);
    expect(await cache.getOrSet("key", options, load)).toBe(1);
    expect(cache.stats().kinds.application).toEqual({ hits: 1, stale: 0, misses: 3, loads: 1, errors: 0 });
  });

  test("that fail are not kept", async () => {
    const { cache } = timedCache();
    await expect(cache.getOrSet("key", options, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await cache.getOrSet("key", options, async () => "yes")).toBe("yes");
  });

  test("null and undefined are results, for at most 30 s", async () => {
    for (const nothing of [null, undefined]) {
      const { cache, pass } = timedCache();
      let loads = 0;
      const load = async () => {
        loads++;
        return nothing;
      };
      await cache.getOrSet("key", options, load);
      pass(29);
      expect(await cache.getOrSet("key", options, load)).toBe(nothing);
      expect(loads).toBe(1);
      pass(2);
      await cache.getOrSet("key", options, load);
      expect(loads).toBe(2);
    }
  });
});

describe("invalidation", () => {
  test("drops an entry by any of its tags, and no other", async () => {
    const { cache } = timedCache();
    const load = counter();
    await cache.getOrSet("key", options, load);
    await cache.invalidateByTag("workshop:1");
    expect(await cache.getOrSet("key", options, load)).toBe(2);
    await cache.invalidateByTag("workshop:2");
    expect(await cache.getOrSet("key", options, load)).toBe(2);
  });

  test("follows tags that depend on the value", async () => {
    const { cache } = timedCache();
    const load = counter();
    const byValue: CacheOptions<number> = { kind: "application", tags: (value) => [`number:${value}`] };
    await cache.getOrSet("key", byValue, load);
    await cache.invalidateByTag("number:2");
    expect(await cache.getOrSet("key", byValue, load)).toBe(1);
    await cache.invalidateByTag("number:1");
    expect(await cache.getOrSet("key", byValue, load)).toBe(2);
  });

  test.each([
    ["listed", ["workshops"]],
    ["taken from the value", (value: string) => (value === "old" ? ["workshops"] : [])],
  ])("keeps out a value whose computation began before; tags %s", async (_, tags) => {
    const { cache } = timedCache();
    const before = gated("old");
    const old = cache.getOrSet("key", { kind: "application", tags }, before.load);
    await cache.invalidateByTag("workshops");
    // Whoever asks now does not join it either.
    expect(await cache.getOrSet("key", { kind: "application", tags }, async () => "new")).toBe("new");
    before.release();
    expect(await old).toBe("old");
    expect(await cache.getOrSet("key", { kind: "application", tags }, async () => "newer")).toBe("new");
  });

  test("of another tag leaves a running computation to be joined", async () => {
    const { cache } = timedCache();
    const running = gated("value");
    const first = cache.getOrSet("key", options, running.load);
    await cache.invalidateByTag("workshop:2");
    const second = cache.getOrSet("key", options, () => Promise.reject(new Error("computed again")));
    running.release();
    expect(await Promise.all([first, second])).toEqual(["value", "value"]);
  });

  test("leaves nothing to show in place of a failure", async () => {
    const { cache } = timedCache();
    await cache.getOrSet("key", options, async () => "old");
    await cache.invalidateByTag("workshops");
    await expect(cache.getOrSet("key", options, unreachable)).rejects.toThrow("unavailable");
  });

  test("is told to listeners until they leave", async () => {
    const { cache } = timedCache();
    const heard: unknown[] = [];
    const leave = cache.onInvalidated((tags) => heard.push(tags));
    await cache.invalidateByTag("a", "b");
    leave();
    await cache.invalidateByTag("c");
    expect(heard).toEqual([["a", "b"]]);
  });
});

const unreachable = () => Promise.reject(new AppError("unavailable"));

describe("lifetimes", () => {
  test.each([
    ["session", 86_400],
    ["application", 3_600],
    ["static", 86_400],
  ] as const)("%s lives %i s, give or take a tenth", async (kind, seconds) => {
    const { cache, pass } = timedCache();
    const keys = Array.from({ length: 100 }, (_, index) => `key ${index}`);
    const states = () =>
      Promise.all(keys.map(async (key) => (await cache.lookUp(key, { kind, tags: [] }, async () => 1)).state));
    await states();
    pass(0.89 * seconds);
    expect(new Set(await states())).toEqual(new Set(["hit"]));
    pass(0.11 * seconds);
    expect(new Set(await states())).toEqual(new Set(["hit", "miss"]));
  });

  test("an old value is shown at once while one new one is made behind it", async () => {
    const { cache, pass } = timedCache();
    const load = counter();
    const staleFor = { ...options, ttlSeconds: 60, staleWhileRevalidateSeconds: 60 };
    await cache.getOrSet("key", staleFor, load);
    pass(70);
    const shown = await Promise.all([1, 2].map(() => cache.lookUp("key", staleFor, load)));
    expect(shown).toMatchObject([
      { value: 1, state: "stale", storedAtMs: 1_000_000 },
      { value: 1, state: "stale", storedAtMs: 1_000_000 },
    ]);
    expect(await cache.lookUp("key", staleFor, load)).toMatchObject({ value: 2, state: "hit" });
    await new Promise(setImmediate);
    pass(130);
    expect(await cache.lookUp("key", staleFor, load)).toMatchObject({ value: 3, state: "miss" });
  });

  test("an old value is shown for ten minutes when the database is away, and not when anything else fails", async () => {
    const { cache, pass } = timedCache();
    const brief = { ...options, ttlSeconds: 60 };
    await cache.getOrSet("key", brief, async () => "old");
    pass(600);
    expect(await cache.lookUp("key", brief, unreachable)).toMatchObject({ value: "old", state: "stale" });
    await expect(cache.getOrSet("key", brief, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    pass(70);
    await expect(cache.getOrSet("key", brief, unreachable)).rejects.toThrow("unavailable");
  });
});

describe("what is kept", () => {
  test("is frozen as far as plain objects and arrays go", async () => {
    const { cache } = timedCache();
    const made = { list: [{ name: "a" }], at: new Date(0), bytes: Buffer.from("b") };
    const value = await cache.getOrSet("key", options, async () => made);
    expect(() => value.list.push({ name: "b" })).toThrow(TypeError);
    expect(() => Object.assign(value.list[0] ?? {}, { name: "c" })).toThrow(TypeError);
    expect(await cache.getOrSet("key", options, async () => made)).toBe(value);
  });

  test("stays within its bytes, and the least recently used goes first", async () => {
    const { cache } = timedCache(1);
    const kilobytes = (count: number) => async () => Buffer.alloc(count * 1024);
    for (let index = 0; index < 15; index++) await cache.getOrSet(`key ${index}`, options, kilobytes(100));
    const { bytes, maxBytes, entries, evictions } = cache.stats().memory;
    expect(bytes).toBeLessThanOrEqual(maxBytes);
    expect({ maxBytes, entries, evictions }).toEqual({ maxBytes: 1024 * 1024, entries: 10, evictions: 5 });
    expect((await cache.lookUp("key 14", options, kilobytes(1))).state).toBe("hit");
    expect((await cache.lookUp("key 0", options, kilobytes(1))).state).toBe("miss");
    // What is larger than everything is computed each time.
    await cache.getOrSet("large", options, kilobytes(2048));
    expect((await cache.lookUp("large", options, kilobytes(2048))).state).toBe("miss");
  });

  test("can be set by hand", async () => {
    const { cache } = timedCache();
    await cache.set("key", { a: 1 }, options);
    expect(await cache.getOrSet("key", options, unreachable)).toEqual({ a: 1 });
  });
});

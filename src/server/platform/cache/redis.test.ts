import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { startRedis, type TestRedis } from "../../testing/redis.ts";
import { describeWith } from "../../testing/services.ts";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import type { Cache, CacheOptions } from "./cache.ts";
import { openCache } from "./create-cache.ts";

const options: CacheOptions<unknown> = { kind: "application", tags: ["workshops"] };
const patience = { timeout: 10_000, interval: 10 };
const forbidden = () => Promise.reject(new Error("computed again"));

describeWith("redis")("the tier in Redis", () => {
  let redis: TestRedis;
  let database: TestDatabase;
  const opened: Cache[] = [];
  beforeAll(async () => {
    [redis, database] = await Promise.all([startRedis(), testDatabase()]);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((cache) => cache.close()));
    await redis.command("flushall");
  });
  afterAll(async () => {
    await redis.stop();
    await database.close();
  });

  /** As another process of the same site would have it. */
  async function open({ build = "one", url = database.url } = {}): Promise<Cache> {
    const cache = await openCache({
      db: database.db,
      listenUrl: url,
      redisUrl: redis.url,
      redisAnswerWithinMs: 5_000,
      build,
      report: console.error,
    });
    opened.push(cache);
    await vi.waitFor(() => expect(cache.stats().redis?.circuit).toBe("closed"), patience);
    return cache;
  }

  /** What a process that has computed nothing finds; storing is not waited for, so it is asked until then. */
  const untilShared = (cache: Cache, key: string) =>
    vi.waitFor(async () => {
      const found = await cache.lookUp(key, options, forbidden);
      expect(found.state).toBe("hit");
      return found;
    }, patience);

  test("gives one process what another computed, with its age", async () => {
    const [first, second] = [await open(), await open()];
    const made = await first.lookUp("key", options, async () => "computed");
    const found = await untilShared(second, "key");
    expect(found).toMatchObject({ value: "computed", isUnconfirmed: false });
    expect(Math.abs(found.storedAtMs - made.storedAtMs)).toBeLessThan(1_000);
  });

  test("drops for all processes before the writer gets its answer, also what tags the value brought", async () => {
    const [first, second] = [await open(), await open()];
    const byValue: CacheOptions<{ id: number }> = { kind: "static", tags: ({ id }) => [`workshop:${id}`] };
    for (const [key, how] of [
      ["listed", options],
      ["by value", byValue],
    ] as const) {
      const load = async () => ({ id: 7 });
      await first.getOrSet(key, how as CacheOptions<{ id: number }>, load);
    }
    await database.db.transaction(async (tx) => first.invalidateAfter(tx, ["workshops", "workshop:7"]));
    const news = async () => ({ id: 8 });
    expect(await second.getOrSet("listed", options, news)).toEqual({ id: 8 });
    expect(await second.getOrSet("by value", byValue, news)).toEqual({ id: 8 });
  });

  test("lets one process compute while the others wait for its value", async () => {
    const caches = [await open(), await open(), await open()];
    let loads = 0;
    const load = async () => {
      loads++;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return "value";
    };
    const asked = caches.flatMap((cache) => [1, 2, 3].map(() => cache.getOrSet("key", options, load)));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["value"]));
    expect(loads).toBe(1);
  });

  test("waits for a process that died while it computed only so long", async () => {
    const [first, second] = [await open(), await open()];
    void first.getOrSet("key", options, () => new Promise(() => undefined));
    await vi.waitFor(async () => expect(await redis.command("dbsize")).not.toBe(":0\r\n"), patience);
    expect(await second.getOrSet("key", options, async () => "value")).toBe("value");
  });

  test("does not make others wait for a computation that failed", async () => {
    const [first, second] = [await open(), await open()];
    await expect(first.getOrSet("key", options, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await second.getOrSet("key", options, async () => "value")).toBe("value");
    expect(second.stats().kinds.application).toMatchObject({ misses: 1, loads: 1 });
  });

  test("keeps builds and databases apart", async () => {
    const other = await testDatabase();
    const first = await open();
    await first.getOrSet("key", options, async () => "of the first");
    await untilShared(await open(), "key");
    for (const place of [{ build: "two" }, { url: other.url }]) {
      const cache = await open(place);
      expect(await cache.getOrSet("key", options, async () => "its own")).toBe("its own");
    }
    await Promise.all(opened.splice(0).map((cache) => cache.close()));
    await other.close();
  });

  test("trusts nothing from before when a process starts alone: its predecessor may have died before it told Redis", async () => {
    const first = await open();
    await first.getOrSet("key", options, async () => "old");
    await untilShared(await open(), "key");
    await Promise.all(opened.splice(0).map((cache) => cache.close()));
    await vi.waitFor(async () => {
      const alone = await open();
      expect(await alone.getOrSet("key", options, async () => "new")).toBe("new");
    }, patience);
  });

  test("set replaces what is there, in Redis too", async () => {
    const [first, second] = [await open(), await open()];
    await first.getOrSet("key", options, async () => "old");
    await first.set("key", "new", options);
    expect((await untilShared(second, "key")).value).toBe("new");
  });

  test("gives back any value as it was", async () => {
    const [first, second] = [await open(), await open()];
    // Halves of surrogate pairs too.
    const anyText = fc.array(fc.nat({ max: 0xffff }), { maxLength: 8 }).map((codes) => String.fromCharCode(...codes));
    const special = fc.oneof(
      fc.date({ noInvalidDate: true }),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      anyText,
      fc.constantFrom(null, undefined, -0, Number.NaN, Number.POSITIVE_INFINITY, 2n ** 70n, "zażółć gęślą jaźń 🙂\0"),
    );
    const parts = fc.oneof(
      special,
      fc.array(special, { maxLength: 4 }),
      fc.dictionary(fc.string(), special, { noNullPrototype: true, maxKeys: 4 }),
    );
    const values = fc.oneof(
      parts,
      fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: true, maxDepth: 2, maxKeys: 4 }),
      fc.array(fc.tuple(fc.string(), parts), { maxLength: 3 }).map((pairs) => new Map(pairs)),
    );
    let keys = 0;
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const key = `value ${keys++}`;
        await first.set(key, value, options);
        const found = (await second.lookUp(key, options, forbidden)).value;
        expect(found).toStrictEqual(value);
      }),
      { numRuns: 100 },
    );
  });
});

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startRedis, type TestRedis } from "../../testing/redis.ts";
import { describeWith } from "../../testing/services.ts";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import type { Cache, CacheOptions } from "./cache.ts";
import { openCache } from "./create-cache.ts";

const options: CacheOptions<unknown> = { kind: "application", tags: ["workshops"] };

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

  const open = async (build = "one") => {
    const cache = await openCache({ listenUrl: database.url, redisUrl: redis.url, build, report: console.error });
    opened.push(cache);
    return cache;
  };

  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

  test("gives one process what another computed", async () => {
    const [first, second] = [await open(), await open()];
    expect(first.stats().redis?.circuit).toBe("closed");
    await first.getOrSet("key", options, async () => "computed");
    await settled();
    const found = await second.lookUp("key", options, () => Promise.reject(new Error("computed again")));
    expect(found).toMatchObject({ value: "computed", state: "hit", isUnconfirmed: false });
  });
});

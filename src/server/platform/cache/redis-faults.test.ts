import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startRedis, type TestRedis } from "../../testing/redis.ts";
import { describeWith } from "../../testing/services.ts";
import { startTcpProxy, type TcpProxy } from "../../testing/tcp-proxy.ts";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import type { Cache } from "./cache.ts";
import { openCache } from "./create-cache.ts";
import { Traffic } from "./traffic.testing.ts";

const patience = { timeout: 20_000, interval: 20 };

describeWith("redis")("while two processes are read and written through, Redis", () => {
  let redis: TestRedis;
  let database: TestDatabase;
  let proxy: TcpProxy;
  let caches: Cache[] = [];
  let traffic: Traffic;
  const reported: string[] = [];
  beforeAll(async () => {
    [redis, database] = await Promise.all([startRedis(), testDatabase()]);
    proxy = await startTcpProxy({ port: redis.port });
  });
  beforeEach(() => {
    reported.length = 0;
  });
  afterEach(async () => {
    await traffic.stop();
    await Promise.all(caches.map((cache) => cache.close()));
    // The next test counts its versions from 0 again, and may find a cache that is closing for a witness.
    await redis.command("flushall");
  });
  afterAll(async () => {
    await proxy.close();
    await redis.stop();
    await database.close();
  });

  async function begin(): Promise<void> {
    const open = () =>
      openCache({
        db: database.db,
        listenUrl: database.url,
        redisUrl: `redis://127.0.0.1:${proxy.port}`,
        build: "one",
        report: (error) => reported.push(String(error)),
      });
    caches = [await open(), await open()];
    traffic = new Traffic(...caches);
    traffic.start();
  }

  const circuits = () => caches.map((cache) => cache.stats().redis?.circuit);
  const untilTrusted = () => vi.waitFor(() => expect(circuits()).toEqual(["closed", "closed"]), patience);
  const untilDoubted = () => vi.waitFor(() => expect(circuits()).not.toContain("closed"), patience);
  const hits = () => caches.reduce((sum, cache) => sum + (cache.stats().redis?.kinds.application.hits ?? 0), 0);

  /** Redis answers again, and what one process computed serves the other. */
  async function untilItHelps(): Promise<void> {
    await untilTrusted();
    const before = hits();
    await vi.waitFor(() => expect(hits()).toBeGreaterThan(before), patience);
  }

  async function end(): Promise<void> {
    await traffic.stop();
    expect(traffic.failures).toEqual([]);
    expect(traffic.stale).toEqual([]);
    await vi.waitFor(async () => expect(await traffic.differences()).toEqual([]), patience);
  }

  test("is down at the start, and comes later", async () => {
    await redis.kill();
    await begin();
    await traffic.goOn(300);
    expect(circuits()).not.toContain("closed");
    expect(reported).toHaveLength(2);
    await redis.start();
    await untilItHelps();
    await end();
  });

  test("is killed, and starts again empty", async () => {
    await begin();
    await untilItHelps();
    await redis.kill();
    await untilDoubted();
    await traffic.goOn(300);
    expect(caches[0]?.stats().redis?.undelivered).toBeGreaterThan(0);
    await redis.start();
    await untilItHelps();
    expect(caches.map((cache) => cache.stats().redis?.undelivered)).toEqual([0, 0]);
    await end();
  });

  test("missed more than a thousand drops, and is far away", async () => {
    await begin();
    await redis.kill();
    await untilDoubted();
    for (let round = 0; round < 8; round++) {
      await Promise.all(Array.from({ length: 200 }, (_, n) => caches[0]?.invalidateByTag(`tag:${round}:${n}`)));
    }
    proxy.delay(20);
    await redis.start();
    await untilItHelps();
    proxy.delay(0);
    await end();
  });

  test("is flushed again and again", async () => {
    await begin();
    for (let round = 0; round < 10; round++) {
      await redis.command(round % 2 === 0 ? "flushall" : "script", ...(round % 2 === 0 ? [] : ["flush"]));
      await traffic.goOn(60);
    }
    await untilItHelps();
    await end();
  });

  test.each(["allkeys-lru", "noeviction"])("is full, with %s", async (policy) => {
    await begin();
    await untilItHelps();
    await redis.command("config", "set", "maxmemory-policy", policy);
    await redis.command("config", "set", "maxmemory", "1");
    await traffic.goOn(400);
    await redis.command("config", "set", "maxmemory", "0");
    await untilItHelps();
    await end();
  });

  test("takes 500 ms for every answer", async () => {
    await begin();
    await untilItHelps();
    proxy.delay(500);
    await untilDoubted();
    await traffic.goOn(300);
    expect(circuits()).not.toContain("closed");
    proxy.delay(0);
    await untilItHelps();
    await end();
  });

  test("is cut off again and again", async () => {
    await begin();
    for (let round = 0; round < 6; round++) {
      proxy.cut();
      proxy.refuse(round % 2 === 0);
      await traffic.goOn(60);
    }
    proxy.refuse(false);
    await untilItHelps();
    await end();
  });
});

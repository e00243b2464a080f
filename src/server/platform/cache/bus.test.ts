import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { AppError } from "../../../shared/kernel/error.ts";
import { startDatabaseProxy } from "../../testing/tcp-proxy.ts";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import { sql } from "../db/sql.ts";
import type { Cache, CacheOptions } from "./cache.ts";
import { openCache } from "./create-cache.ts";
import { Traffic } from "./traffic.testing.ts";

const patience = { timeout: 20_000, interval: 10 };
const options: CacheOptions<unknown> = { kind: "application", tags: ["workshops"] };

let database: TestDatabase;
let proxy: Awaited<ReturnType<typeof startDatabaseProxy>>;
const opened: Cache[] = [];
beforeAll(async () => {
  database = await testDatabase();
  proxy = await startDatabaseProxy(database.url);
});
afterEach(async () => {
  proxy.refuse(false);
  proxy.swallow(false);
  await Promise.all(opened.splice(0).map((cache) => cache.close()));
});
afterAll(async () => {
  await proxy.close();
  await database.close();
});

async function open(listenUrl = database.url): Promise<Cache> {
  const cache = await openCache({ db: database.db, listenUrl, build: "one", report: () => undefined });
  opened.push(cache);
  return cache;
}

const isListening = (cache: Cache) => cache.stats().bus?.isListening;
const until = (cache: Cache, expected: boolean) =>
  vi.waitFor(() => expect(isListening(cache)).toBe(expected), patience);

const unreachable = () => Promise.reject(new AppError("unavailable"));

describe("the bus", () => {
  test("tells the other processes what a transaction changed, and comes back to its sender without effect", async () => {
    const [writer, reader] = [await open(), await open()];
    for (const cache of [writer, reader]) await cache.getOrSet("key", options, async () => "old");
    await database.db.transaction(async (tx) => writer.invalidateAfter(tx, ["workshops"]));
    expect(await writer.getOrSet("key", options, async () => "new")).toBe("new");
    await vi.waitFor(async () => {
      expect(await reader.getOrSet("key", options, async () => "new")).toBe("new");
      expect([writer, reader].map((cache) => cache.stats().bus?.heard)).toEqual([1, 1]);
    }, patience);
    expect(await writer.getOrSet("key", options, async () => "newer")).toBe("new");
  });

  test("tells the others when the writer died between its commit and its own drop", async () => {
    const reader = await open();
    await reader.getOrSet("key", options, async () => "old");
    // All that is left of such a writer: what it sent with its transaction.
    await database.db.transaction(async (tx) => {
      await tx.run(sql`select pg_notify('cache_invalidated', '["b2c6","workshops"]')`);
    });
    await vi.waitFor(
      async () => expect(await reader.getOrSet("key", options, async () => "new")).toBe("new"),
      patience,
    );
  });

  test("takes a message that it cannot read for word that anything may have changed", async () => {
    const reader = await open();
    await reader.getOrSet("key", options, async () => "old");
    await database.db.run(sql`select pg_notify('cache_invalidated', 'from a later version')`);
    await vi.waitFor(
      async () => expect(await reader.getOrSet("key", options, async () => "new")).toBe("new"),
      patience,
    );
  });

  test("terminated by the server: nothing is shown without asking, and a moment later it listens again", async () => {
    const cache = await open(proxy.url);
    let loads = 0;
    const load = async () => ++loads;
    await cache.getOrSet("key", options, load);
    const told: unknown[] = [];
    cache.onInvalidated((tags) => told.push(tags));
    proxy.refuse(true);
    await database.db.run(sql`
      select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and (application_name like 'workshopsai bus%' or query ilike 'select 1' or query ilike 'select set_config%')`);
    await until(cache, false);
    expect(told).toEqual(["all"]);
    expect(await cache.getOrSet("key", options, load)).toBe(2);
    expect(await cache.getOrSet("key", options, load)).toBe(3);
    proxy.refuse(false);
    await until(cache, true);
    // What was kept for an outage is gone: it may have changed while nobody could tell.
    expect(await cache.getOrSet("key", options, load)).toBe(4);
    expect(await cache.getOrSet("key", options, load)).toBe(4);
  });

  test("lost together with the database: the old value, marked, for as long as it may be kept", async () => {
    const cache = await open(proxy.url);
    await cache.getOrSet("key", options, async () => "old");
    proxy.refuse(true);
    proxy.cut();
    await until(cache, false);
    expect(await cache.lookUp("key", options, unreachable)).toMatchObject({
      ...{ value: "old", state: "stale", isUnconfirmed: true },
    });
    await expect(cache.lookUp("never seen", options, unreachable)).rejects.toThrow("unavailable");
    proxy.refuse(false);
    await until(cache, true);
    await expect(cache.lookUp("key", options, unreachable)).rejects.toThrow("unavailable");
  });

  test("is found out when its other end went away without a word", async () => {
    const cache = await open(proxy.url);
    proxy.swallow(true);
    await until(cache, false);
    proxy.swallow(false);
    await until(cache, true);
  });

  test("lost again and again under traffic: nothing stale", async () => {
    const traffic = new Traffic(await open(), await open(proxy.url));
    traffic.start();
    for (let round = 0; round < 10; round++) {
      proxy.cut();
      proxy.refuse(round % 2 === 0);
      await traffic.goOn(40);
    }
    proxy.refuse(false);
    for (const cache of opened) await until(cache, true);
    await traffic.stop();
    expect(traffic).toMatchObject({ failures: [], stale: [] });
    await vi.waitFor(async () => expect(await traffic.differences()).toEqual([]), patience);
  });
});

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freePort } from "../../testing/free-port.ts";
import { sendCommand, startRedis, type TestRedis } from "../../testing/redis.ts";
import { describeWith, programOf } from "../../testing/services.ts";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import type { Cache } from "./cache.ts";
import { openCache } from "./create-cache.ts";
import { Traffic } from "./traffic.testing.ts";

const patience = { timeout: 25_000, interval: 50 };

describeWith("redis")("Redis behind Sentinel", () => {
  let master: TestRedis;
  let replica: TestRedis;
  let sentinel: ChildProcess;
  let sentinelPort: number;
  let database: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-sentinel-"));
  const caches: Cache[] = [];

  beforeAll(async () => {
    [master, database, sentinelPort] = await Promise.all([startRedis(), testDatabase(), freePort()]);
    replica = await startRedis(["--replicaof", "127.0.0.1", String(master.port), "--repl-diskless-sync-delay", "0"]);
    await vi.waitFor(
      async () => expect(await replica.command("info", "replication")).toContain("link_status:up"),
      patience,
    );
    const file = join(folder, "sentinel.conf");
    writeFileSync(
      file,
      `port ${sentinelPort}\nbind 127.0.0.1\ndir ${folder}\nsentinel monitor site 127.0.0.1 ${master.port} 1
sentinel down-after-milliseconds site 500\nsentinel failover-timeout site 3000\n`,
    );
    sentinel = spawn(programOf("redis"), [file, "--sentinel"], { stdio: "ignore" });
  });
  afterAll(async () => {
    await Promise.all(caches.map((cache) => cache.close()));
    const gone = once(sentinel, "exit");
    sentinel.kill("SIGKILL");
    await gone;
    await Promise.all([master.stop(), replica.stop(), database.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async () => {
    const redisUrl = `redis-sentinel://127.0.0.1:${sentinelPort}/site`;
    const sharing = { listenUrl: database.url, redisUrl, build: "one", report: () => undefined };
    caches.push(await openCache({ db: database.db, ...sharing }));
  };
  const untilTrusted = () =>
    vi.waitFor(() => {
      expect(caches.map((cache) => cache.stats().redis?.circuit)).toEqual(["closed", "closed"]);
    }, patience);
  const hits = () => caches.reduce((sum, cache) => sum + (cache.stats().redis?.kinds.application.hits ?? 0), 0);

  test("whose master is killed: no failed call, nothing stale, and the replica serves instead", async () => {
    // It takes a moment until the sentinel knows the replica; without one there is nobody to take over.
    await vi.waitFor(async () => {
      expect(await sendCommand(sentinelPort, ["info", "sentinel"])).toContain("slaves=1");
    }, patience);
    await open();
    await open();
    const traffic = new Traffic(...caches);
    traffic.start();
    await untilTrusted();
    await traffic.goOn(100);
    await master.kill();
    await vi.waitFor(
      async () => expect(await replica.command("info", "replication")).toContain("role:master"),
      patience,
    );
    await untilTrusted();
    const before = hits();
    await vi.waitFor(() => expect(hits()).toBeGreaterThan(before), patience);
    await traffic.stop();
    expect(traffic).toMatchObject({ failures: [], stale: [] });
    await vi.waitFor(async () => expect(await traffic.differences()).toEqual([]), patience);
  }, 90_000);
});

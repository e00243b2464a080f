import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { CacheAnswer, CacheOrder } from "../../testing/cache-process.ts";
import { startRedis, type TestRedis } from "../../testing/redis.ts";
import { describeWith } from "../../testing/services.ts";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import { sql } from "../db/sql.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const patience = { timeout: 20_000, interval: 20 };

describeWith("redis")("three processes of one site", () => {
  let redis: TestRedis;
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    [redis, database] = await Promise.all([startRedis(), testDatabase()]);
    await database.db.run(sql`create table items (id text primary key, version int not null)`);
    // Inside the project, so that the built file finds its packages.
    folder = mkdtempSync(join(root, "node_modules", ".cache-process-"));
    await build({
      ...{ root, configFile: false, logLevel: "error" },
      build: { ssr: "src/server/testing/cache-process.ts", outDir: folder, emptyOutDir: false, target: "node20" },
    });
  });
  beforeEach(async () => {
    await database.db.run(sql`delete from items`);
    await database.db.run(sql`insert into items (id, version) values ('changed', 1), ('last', 1)`);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await redis.stop();
    await database.close();
  });

  async function withProcesses(redisUrl: string, work: (processes: ChildProcess[]) => Promise<void>): Promise<void> {
    const file = join(folder, "cache-process.js");
    const processes = [1, 2, 3].map(() => fork(file, [database.url, redisUrl], { execArgv: [] }));
    try {
      await Promise.all(processes.map((child) => once(child, "message")));
      await work(processes);
    } finally {
      for (const child of processes) child.kill("SIGKILL");
    }
  }

  const asked = async (child: ChildProcess, order: CacheOrder): Promise<CacheAnswer> => {
    child.send(order);
    return (await once(child, "message"))[0] as CacheAnswer;
  };
  const versionsOf = async (processes: ChildProcess[], item: string) =>
    (await Promise.all(processes.map((child) => asked(child, { do: "read", item })))).map(({ version }) => version);

  test.each([
    ["with Redis", () => redis.url, 1],
    ["without Redis", () => "", 3],
  ])("compute once, see changes at once, and also those of a writer that is killed; %s", async (_, redisUrl, loads) => {
    await withProcesses(redisUrl(), async (processes) => {
      const read = (item: string) => Promise.all(processes.map((child) => asked(child, { do: "read", item })));
      const first = await read("changed");
      expect(first.map(({ version }) => version)).toEqual([1, 1, 1]);
      expect(first.reduce((sum, answer) => sum + answer.loads, 0)).toBe(loads);
      await read("last");

      const [writer, ...others] = processes as [ChildProcess, ...ChildProcess[]];
      expect((await asked(writer, { do: "write", item: "changed" })).version).toBe(2);
      expect(await versionsOf([writer], "changed")).toEqual([2]);
      await vi.waitFor(async () => expect(await versionsOf(others, "changed")).toEqual([2, 2]), patience);

      const gone = once(writer, "exit");
      writer.send({ do: "write and die", item: "last" } satisfies CacheOrder);
      expect((await gone)[1]).toBe("SIGKILL");
      await vi.waitFor(async () => expect(await versionsOf(others, "last")).toEqual([2, 2]), patience);
    });
  });
});

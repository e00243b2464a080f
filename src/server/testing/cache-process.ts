import { setTimeout as delay } from "node:timers/promises";
import type { CacheOptions } from "../platform/cache/cache.ts";
import { openCache } from "../platform/cache/create-cache.ts";
import { createDatabase } from "../platform/db/database.ts";
import { sql } from "../platform/db/sql.ts";

/** What the parent process sends. */
export type CacheOrder =
  /** Answer the item's version, through the cache. */
  | { do: "read"; item: string }
  /** Raise the item's version in a transaction, and answer when it is through. */
  | { do: "write"; item: string }
  /** The same, but the process is gone between the commit and everything that comes after it. */
  | { do: "write and die"; item: string }
  /** Leave. */
  | { do: "close" };

export interface CacheAnswer {
  version: number;
  /** How often this process has asked the database. */
  loads: number;
}

const [, , url = "", redisUrl = ""] = process.argv;
const db = createDatabase({ url });
const cache = await openCache({
  db,
  listenUrl: url,
  redisUrl: redisUrl || undefined,
  redisAnswerWithinMs: 5_000,
  build: "one",
});
let loads = 0;

/** One of several processes that serve the same site. */
process.on("message", async (order: CacheOrder) => {
  if (order.do === "close") {
    await cache.close();
    await db.close();
    process.disconnect();
    return;
  }
  const version = order.do === "read" ? await read(order.item) : await write(order.item, order.do === "write and die");
  process.send?.({ version, loads } satisfies CacheAnswer);
});
process.send?.("ready");

async function read(item: string): Promise<number> {
  const options: CacheOptions<number> = { kind: "application", tags: [item] };
  return cache.getOrSet(item, options, async () => {
    loads++;
    const { version } = await db.one<{ version: number }>(sql`select version from items where id = ${item}`);
    await delay(100);
    return version;
  });
}

function write(item: string, dies: boolean): Promise<number> {
  return db.transaction(async (tx) => {
    if (dies) tx.afterCommit(() => void process.kill(process.pid, "SIGKILL"));
    cache.invalidateAfter(tx, [item]);
    const row = await tx.one<{ version: number }>(
      sql`update items set version = version + 1 where id = ${item} returning version`,
    );
    return row.version;
  });
}

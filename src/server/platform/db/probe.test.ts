import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startDatabaseProxy } from "../../testing/tcp-proxy.ts";
import { emptyDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { probeServer } from "./probe.ts";

let database: TestDatabase;
let proxy: Awaited<ReturnType<typeof startDatabaseProxy>>;
beforeAll(async () => {
  database = await emptyDatabase();
});
beforeEach(async () => {
  proxy = await startDatabaseProxy(database.url);
});
afterEach(() => proxy.close());
afterAll(() => database.close());

test("a server is there although the probe's connection was ended before it had signed in", async () => {
  proxy.refuse(1);
  await probeServer(proxy.url, "primary", false);
  expect(proxy.came).toBe(2);
});

test("a server that ends each connection is away", async () => {
  proxy.refuse(true);
  await expect(probeServer(proxy.url, "primary", false)).rejects.toThrow(/ECONNRESET|terminated/);
  expect(proxy.came).toBe(2);
});

test("a server that lets nobody in for another reason is asked once", async () => {
  const address = new URL(proxy.url);
  address.pathname = "/no_such_database";
  await expect(probeServer(address.href, "primary", false)).rejects.toThrow("does not exist");
  expect(proxy.came).toBe(1);
});

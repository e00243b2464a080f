import { once } from "node:events";
import { type AddressInfo, createConnection, createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { probeServer } from "./probe.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.close());

/** Ends the first so many connections before anybody could sign in, and lets the others through. */
async function doorThatEnds(first: number) {
  const address = new URL(database.url);
  const folder = address.searchParams.get("host");
  const port = Number(address.port || 5432);
  const target = folder ? { path: join(folder, `.s.PGSQL.${port}`) } : { host: address.hostname, port };
  let came = 0;
  const door = createServer((client) => {
    came++;
    if (came <= first) return client.destroy();
    const server = createConnection(target);
    client.on("error", () => server.destroy()).pipe(server);
    server.on("error", () => client.destroy()).pipe(client);
  });
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  address.searchParams.delete("host");
  address.searchParams.delete("port");
  address.hostname = "127.0.0.1";
  address.port = String((door.address() as AddressInfo).port);
  return { url: address.href, came: () => came, close: () => door.close() };
}

test("a server is there although the probe's connection was ended before it had signed in", async () => {
  const door = await doorThatEnds(1);
  await probeServer(door.url, "primary", false);
  expect(door.came()).toBe(2);
  door.close();
});

test("a server that ends each connection is away", async () => {
  const door = await doorThatEnds(Number.POSITIVE_INFINITY);
  await expect(probeServer(door.url, "primary", false)).rejects.toThrow(/ECONNRESET|terminated/);
  expect(door.came()).toBe(2);
  door.close();
});

test("a server that lets nobody in for another reason is asked once", async () => {
  const door = await doorThatEnds(0);
  const address = new URL(door.url);
  address.pathname = "/no_such_database";
  await expect(probeServer(address.href, "primary", false)).rejects.toThrow("does not exist");
  expect(door.came()).toBe(1);
  door.close();
});

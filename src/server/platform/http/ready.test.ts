import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import { afterEach, expect, test, vi } from "vitest";
import { AppError } from "../../../shared/kernel/error.ts";
import { rawGet, rawRequest } from "../../testing/raw-http.ts";
import { createCache } from "../cache/create-cache.ts";
import { createReady } from "./ready.ts";

const closes: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closes.splice(0)) await close();
});

/** A server with one kept page, whose text the test decides. */
async function onePage(make: () => Promise<string> | string) {
  const cache = createCache();
  const ready = createReady({ cache, headers: { "x-everywhere": "1" }, sessionCookie: "session", site: "test" });
  const server = Fastify({ serverFactory: ready.serverFactory });
  let made = 0;
  server.get("/page", (request, reply) =>
    ready.serve(request, reply, {
      key: "page",
      make: async () => {
        made += 1;
        return { body: await make(), contentType: "text/plain", tags: ["page"] };
      },
    }),
  );
  await server.listen({ host: "127.0.0.1", port: 0 });
  closes.push(() => server.close());
  const { port } = server.server.address() as AddressInfo;
  const get = async (...headers: string[]) => {
    const answer = await rawGet(port, "/page", headers);
    return {
      ...answer,
      text: answer.body.toString(),
      isReady: answer.headers["server-timing"]?.includes('desc="ready"') ?? false,
    };
  };
  return { cache, ready, port, get, made: () => made };
}

test("the second reader gets the bytes of the first from before the framework", async () => {
  const { get, made } = await onePage(() => "a page");
  const [first, second] = [await get(), await get()];
  expect([first.text, second.text, first.isReady, second.isReady, made()]).toEqual([
    "a page",
    "a page",
    false,
    true,
    1,
  ]);
  expect(second.headers["x-everywhere"]).toBe("1");
  expect(second.headers.etag).toBe(first.headers.etag);
});

test("what was invalidated while it was made is sent to who waited, and to nobody after", async () => {
  const gates: ((text: string) => void)[] = [];
  const { cache, get } = await onePage(() => new Promise((resolve) => gates.push(resolve)));
  const old = get();
  await vi.waitFor(() => expect(gates).toHaveLength(1));
  await cache.invalidateByTag("page");
  const fresh = get();
  await vi.waitFor(() => expect(gates).toHaveLength(2));
  gates[1]?.("new");
  expect((await fresh).text).toBe("new");
  gates[0]?.("old");
  expect((await old).text).toBe("old");
  expect(await get()).toMatchObject({ text: "new", isReady: true });
});

test("an invalidation reaches the front before whoever caused it goes on", async () => {
  let text = "old";
  const { cache, get } = await onePage(() => text);
  await get();
  text = "new";
  await cache.invalidateByTag("page");
  expect(await get()).toMatchObject({ text: "new", isReady: false });
});

test("its time over, a page is made again; while that fails for want of the database the old one is sent with a warning", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2027-01-15T09:00:00Z") });
  let isDown = false;
  const { get, made } = await onePage(() => {
    if (isDown) throw new AppError("unavailable");
    return `made ${new Date().toISOString().slice(11, 16)}`;
  });
  await get();
  vi.setSystemTime(Date.parse("2027-01-15T09:00:20Z"));
  expect(await get()).toMatchObject({ text: "made 09:00", isReady: true, headers: { age: "20" } });
  vi.setSystemTime(Date.parse("2027-01-15T09:01:00Z"));
  expect(await get()).toMatchObject({ text: "made 09:01", isReady: false, headers: { age: "0" } });
  isDown = true;
  vi.setSystemTime(Date.parse("2027-01-15T09:51:00Z"));
  for (const _ of [1, 2]) {
    const answer = await get();
    expect(answer).toMatchObject({ status: 200, text: "made 09:01", isReady: false, headers: { age: "3000" } });
    expect(answer.headers.warning).toMatch(/^110 /);
    expect(answer.headers["cache-control"]).toContain("s-maxage=1,");
  }
  vi.setSystemTime(Date.parse("2027-01-15T10:30:00Z"));
  expect((await get()).status).toBe(503);
  isDown = false;
  expect(await get()).toMatchObject({ text: "made 10:30", status: 200 });
  expect(made()).toBeGreaterThan(3);
});

test("while word of changes does not reach the process nothing lies ready", async () => {
  const { cache, get, made } = await onePage(() => "a page");
  vi.spyOn(cache, "isConfirmed").mockReturnValue(false);
  await get();
  expect((await get()).isReady).toBe(false);
  vi.mocked(cache.isConfirmed).mockReturnValue(true);
  await get();
  expect((await get()).isReady).toBe(true);
  expect(made()).toBe(1);
});

test("more addresses of a page than the index holds leave the index within its bounds, and the page as it was", async () => {
  const { ready, port, get, made } = await onePage(() => "a page".repeat(500));
  const perConnection = 2_000;
  for (let first = 0; first < 6_000; first += perConnection) {
    const targets = Array.from({ length: perConnection }, (_, at) => `/page?evil=${first + at}`);
    await rawRequest(port, [
      ...targets.map((target) => `GET ${target} HTTP/1.1\r\nHost: x\r\n`),
      "GET /page HTTP/1.1\r\nHost: x\r\nConnection: close",
    ]);
  }
  const { entries, bytes } = ready.stats();
  expect(entries).toBeLessThanOrEqual(5_000);
  expect(entries).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(32 * 1024 * 1024);
  expect(await get()).toMatchObject({ text: "a page".repeat(500), isReady: true });
  expect(made()).toBeLessThan(10);
});

test("a server that stops leaves what lies ready to the framework, which closes the connection", async () => {
  const { get, ready } = await onePage(() => "a page");
  await get();
  ready.stop();
  expect((await get()).isReady).toBe(false);
});

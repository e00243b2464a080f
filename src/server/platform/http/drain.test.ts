import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type RequestOptions } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { testApp } from "../../testing/test-app.ts";
import { createDrain } from "./drain.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A server that answers `/slow` only when told to. */
async function drainedServer() {
  const slow: (() => void)[] = [];
  const server = createServer((request, response) => {
    if (request.url === "/slow") slow.push(() => response.end("slow"));
    else response.end("quick");
  });
  const drain = createDrain();
  drain.watch(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => server.closeAllConnections());
  const { port } = server.address() as AddressInfo;
  return { drain, port, slow };
}

async function answer(options: RequestOptions) {
  const request = get({ host: "127.0.0.1", ...options });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const body = (await response.toArray()).join("");
  return { body, status: response.statusCode, connection: response.headers.connection };
}

function keptConnections(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  closers.push(() => agent.destroy());
  return agent;
}

test("during the notice new connections are answered, and every answer asks to close", async () => {
  const { drain, port } = await drainedServer();
  const agent = keptConnections();
  expect(await answer({ port, agent })).toMatchObject({ body: "quick", connection: "keep-alive" });
  const left = drain.leave({ isReplaced: false, noticeMs: 500, finishWithinMs: 10_000 });
  expect([drain.isStopping, drain.isLeaving]).toEqual([true, true]);
  expect(await answer({ port, agent })).toMatchObject({ body: "quick", connection: "close" });
  expect(await answer({ port })).toMatchObject({ body: "quick", connection: "close" });
  await left;
  await expect(answer({ port })).rejects.toThrow("ECONNREFUSED");
});

test("a request that runs is finished; silent and idle connections do not hold the process up", async () => {
  const { drain, port, slow } = await drainedServer();
  const running = answer({ port, path: "/slow", agent: keptConnections() });
  await answer({ port, agent: keptConnections() });
  const silent = connect(port, "127.0.0.1");
  await once(silent, "connect");
  while (slow.length === 0) await delay(5);
  let hasLeft = false;
  const left = drain.leave({ isReplaced: false, noticeMs: 0, finishWithinMs: 10_000 }).then(() => {
    hasLeft = true;
  });
  await once(silent.resume(), "close");
  await expect(answer({ port })).rejects.toThrow("ECONNREFUSED");
  expect(hasLeft).toBe(false);
  for (const finish of slow) finish();
  expect(await running).toMatchObject({ body: "slow" });
  await left;
});

test("a request that does not end in time is cut off", async () => {
  const { drain, port, slow } = await drainedServer();
  const running = expect(answer({ port, path: "/slow" })).rejects.toThrow("socket hang up");
  while (slow.length === 0) await delay(5);
  await drain.leave({ isReplaced: false, noticeMs: 0, finishWithinMs: 50 });
  await running;
});

test("who is replaced takes no new connections, stays ready, and lets kept ones send their next request", async () => {
  const { drain, port } = await drainedServer();
  const agent = keptConnections();
  await answer({ port, agent });
  const left = drain.leave({ isReplaced: true, noticeMs: 60_000, finishWithinMs: 10_000 });
  expect([drain.isStopping, drain.isLeaving]).toEqual([false, true]);
  await expect(answer({ port })).rejects.toThrow("ECONNREFUSED");
  expect(await answer({ port, agent })).toMatchObject({ body: "quick", connection: "close" });
  await left;
});

test("/ready answers 503 as soon as the process stops, while other requests are still answered", async () => {
  const { app, close } = await testApp();
  closers.push(close);
  await app.server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.server.address() as AddressInfo;
  expect(await answer({ port, path: "/ready" })).toMatchObject({ status: 200 });
  // The second time its bytes lie ready and are sent before the framework.
  await answer({ port, path: "/api/v1/workshops" });
  const left = app.drain.leave({ isReplaced: false, noticeMs: 1_000, finishWithinMs: 10_000 });
  expect(await answer({ port, path: "/ready" })).toMatchObject({ status: 503, connection: "close" });
  expect(await answer({ port, path: "/api/v1/workshops" })).toMatchObject({ status: 200, connection: "close" });
  await left;
});

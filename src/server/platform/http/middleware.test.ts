import { setTimeout as delay } from "node:timers/promises";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { anonymous } from "../authz/actor.ts";
import { createLog } from "../logging/log.ts";
import { fixedClock } from "../time/clock.ts";
import { watchLoopLag } from "./loop-lag.ts";
import { watchMemory } from "./memory-watch.ts";
import { timeRequests } from "./request-timing.ts";
import { shedLoad } from "./shed-load.ts";
import { rememberSlowRequests } from "./slow-requests.ts";

let server: FastifyInstance;
afterEach(() => server.close());

function makeServer() {
  const lines: Record<string, unknown>[] = [];
  const log = createLog({
    level: "info",
    isPretty: false,
    destination: { write: (line) => void lines.push(JSON.parse(line)) },
  });
  server = Fastify({ genReqId: () => "request-1" });
  server.decorateRequest("actor");
  server.addHook("onRequest", async (request) => {
    request.actor = anonymous;
  });
  return { log, lines };
}

const clock = fixedClock("2027-01-15T09:00:00Z");
const token = "Zm9yIHRlc3RzIG9ubHksIG5vdCBhIHRva2VuIGF0IGFsbA";
const responseId = "018f2b6e-1111-7abc-8def-0123456789ab";

describe("timing", () => {
  test("every answer says how long it took; slow ones are told in the log without what opens something", async () => {
    const { log, lines } = makeServer();
    const slowRequests = rememberSlowRequests();
    timeRequests(server, { log, clock, slowRequestMs: 1_000, slowRequests });
    server.get("/:language/questionnaires/:questionnaireId/responses/:responseId", async () => delay(1_050, "slow"));
    server.get("/quick", async () => "quick");
    const quick = await server.inject("/quick?q=Ada");
    expect(quick.headers["server-timing"]).toMatch(/^app;dur=\d+(\.\d)?$/);
    expect(lines).toEqual([]);
    const slow = await server.inject(`/en/questionnaires/q7/responses/${responseId}?token=${token}&q=Ada+L&${token}`);
    expect(Number(String(slow.headers["server-timing"]).split("=")[1])).toBeGreaterThan(1_000);
    expect(lines).toEqual([
      {
        level: "warn",
        time: expect.any(String),
        requestId: "request-1",
        method: "GET",
        url: "/en/questionnaires/q7/responses/[hidden]?token=[hidden]&q=[hidden]&[hidden]=[hidden]",
        status: 200,
        milliseconds: expect.any(Number),
        msg: "slow request",
      },
    ]);
    const { level, time, msg, ...remembered } = lines[0] ?? {};
    expect(slowRequests.list()).toEqual([{ at: "2027-01-15T09:00:00.000Z", ...remembered }]);
    const unknown = await server.inject(`/reset/${token}/${responseId}`);
    expect(unknown.headers["server-timing"]).toBeDefined();
  });

  test("an address that no route knows shows plain words only; no more slow requests are kept than asked for", async () => {
    const { log, lines } = makeServer();
    const slowRequests = rememberSlowRequests(1);
    timeRequests(server, { log, clock, slowRequestMs: 0, slowRequests });
    await server.inject("/first");
    await server.inject(`/reset/${token}/k7mp-2xqd`);
    expect(slowRequests.list().map(({ url }) => url)).toEqual(["/reset/[hidden]/[hidden]"]);
    lines.shift();
    expect(lines.map(({ url, status }) => [url, status])).toEqual([["/reset/[hidden]/[hidden]", 404]]);
  });
});

describe("memory", () => {
  test("a large heap is told once a minute, with what was asked for at the moment", async () => {
    const { log, lines } = makeServer();
    const megabyte = 1024 * 1024;
    let heap = 499;
    let nowMs = 0;
    let looks = 0;
    const heapUsed = () => {
      looks += 1;
      return heap * megabyte;
    };
    watchMemory(server, { log, warnMegabytes: 500, heapUsed, elapsedMs: () => nowMs });
    server.get("/list", async () => "");
    const ask = () => server.inject("/list?q=Ada");
    await ask();
    await ask();
    expect([looks, lines.length]).toEqual([1, 0]);
    heap = 512.25;
    for (nowMs = 1_000; nowMs < 61_000; nowMs += 1_000) await ask();
    expect(lines).toMatchObject([
      { level: "warn", msg: "high memory usage", heapUsed: "512.25MB", url: "/list?q=[hidden]" },
    ]);
    await ask();
    expect(lines).toHaveLength(2);
  });
});

describe("load shedding", () => {
  test("a late event loop refuses all but what tells how the process is, and recovers alone", async () => {
    const { log, lines } = makeServer();
    const loopLag = watchLoopLag();
    const renderFailure = ({ title }: { title: string }) => `<p>${title}</p>`;
    shedLoad(server, { log, shedLagMs: 200, loopLag, renderFailure });
    for (const path of ["/health", "/ready", "/api/list", "/pl/strona"]) server.get(path, async () => "fine");
    const block = (ms: number) => {
      const end = performance.now() + ms;
      while (performance.now() < end);
    };
    const statusOf = async (url: string) => (await server.inject(url)).statusCode;
    expect(await statusOf("/api/list")).toBe(200);

    block(1_500);
    await delay(1);
    const refused = await server.inject("/api/list?lang=pl");
    expect(refused.statusCode).toBe(503);
    expect(refused.headers).toMatchObject({ "retry-after": "2", "cache-control": "private, no-store" });
    expect(refused.json()).toMatchObject({ code: "unavailable", title: "Chwilowo niedostępne. Spróbuj ponownie." });
    const page = await server.inject({ url: "/pl/strona", headers: { accept: "text/html" } });
    expect([page.statusCode, page.body]).toEqual([503, "<p>Chwilowo niedostępne. Spróbuj ponownie.</p>"]);
    expect([await statusOf("/health"), await statusOf("/ready")]).toEqual([200, 200]);

    const deadline = Date.now() + 10_000;
    while ((await statusOf("/api/list")) !== 200 && Date.now() < deadline) await delay(20);
    expect(await statusOf("/api/list")).toBe(200);
    expect(lines.map(({ msg }) => msg)).toEqual(["overloaded: refusing requests", "no longer refusing requests"]);
    loopLag.stop();
  });
});

import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { publishedWorkshop } from "../../src/server/testing/published-workshop.ts";
import { listenOn } from "../../src/server/testing/raw-http.ts";
import { startRedis, type TestRedis } from "../../src/server/testing/redis.ts";
import { describeWith } from "../../src/server/testing/services.ts";
import { startTcpProxy, type TcpProxy } from "../../src/server/testing/tcp-proxy.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { startTraffic } from "../database/traffic.ts";

const patience = { timeout: 20_000, interval: 50 };

describeWith("redis")("people who read and write through two processes while Redis", () => {
  let redis: TestRedis;
  let proxy: TcpProxy;
  let apps: TestApp[];
  let bases: string[];
  let cookie: string;
  let slug: string;
  let changes = 0;

  beforeAll(async () => {
    redis = await startRedis();
    proxy = await startTcpProxy({ port: redis.port });
    const settings = { REDIS_URL: `redis://127.0.0.1:${proxy.port}`, LIMIT_MAX: "1000000" };
    const first = await testApp({ settings });
    apps = [first, await testApp({ settings, databaseUrl: first.url })];
    bases = await Promise.all(apps.map(async ({ app }) => `http://127.0.0.1:${await listenOn(app.server)}`));
    ({ cookie } = await first.as("participant"));
    slug = (await publishedWorkshop(first, await first.as("editor"))).slugs.en as string;
  });
  beforeEach(async () => {
    await untilOpen(0);
  });
  afterAll(async () => {
    for (const app of [...apps].reverse()) await app.close();
    await proxy.close();
    await redis.stop();
  });

  /** Lists in every length, so that many have to be computed; a page; what is one's own; and a change that drops some of it. */
  function everybody() {
    let n = 0;
    return bases.flatMap((base) => {
      const get = (path: string, headers = {}) => fetch(`${base}${path}`, { headers });
      return [
        () => get(`/api/v1/workshops?lang=en&limit=${1 + (n++ % 90)}`),
        () => get(`/en/workshops/${slug}`, { accept: "text/html" }),
        () => get("/api/v1/me/profile", { cookie }),
        () =>
          fetch(`${base}/api/v1/me/profile`, {
            method: "PATCH",
            body: JSON.stringify({ name: `Reader ${++changes}` }),
            headers: { cookie, "content-type": "application/json" },
          }),
      ];
    });
  }

  const figure = async (base: string, name: string) => {
    const text = await (await fetch(`${base}/metrics`)).text();
    const line = text.split("\n").find((each) => each.startsWith(`${name} `));
    return Number(line?.split(" ")[1]);
  };
  /** Each of the two knows of itself alone. */
  async function untilOpen(circuits: 0 | 1): Promise<void> {
    const says = (base: string) => figure(base, "workshopsai_redis_open_circuits");
    for (const base of bases) await vi.waitFor(async () => expect(await says(base)).toBe(circuits), patience);
  }
  const nameAt = async (base: string) =>
    ((await (await fetch(`${base}/api/v1/me/profile`, { headers: { cookie } })).json()) as { name: string }).name;
  const sharedHits = () =>
    apps.reduce((sum, { app }) => {
      const kinds = app.cache.stats().redis?.kinds;
      return sum + (kinds ? kinds.application.hits + kinds.session.hits : 0);
    }, 0);

  /** Nobody notices, whatever happens meanwhile; and what one process computed serves the other again afterwards. */
  async function whileServing(trouble: () => Promise<void>): Promise<void> {
    const traffic = startTraffic(everybody(), { pauseMs: 20 });
    try {
      await traffic.untilAnswered(40);
      await trouble();
      await untilOpen(0);
      const before = sharedHits();
      await vi.waitFor(() => expect(sharedHits()).toBeGreaterThan(before), patience);
    } finally {
      await traffic.stop();
    }
    const answers = await traffic.stop();
    expect(answers.length).toBeGreaterThan(80);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await vi.waitFor(async () => {
      const [one, other] = await Promise.all(bases.map(nameAt));
      expect(one).toBe(other);
    }, patience);
  }

  test("is down, and starts again empty: the metrics say so meanwhile", () =>
    whileServing(async () => {
      await redis.kill();
      await untilOpen(1);
      await delay(300);
      await redis.start();
    }));

  test("takes 500 ms for every answer", () =>
    whileServing(async () => {
      proxy.delay(500);
      await untilOpen(1);
      await delay(300);
      proxy.delay(0);
    }));

  test("is full", () =>
    whileServing(async () => {
      await redis.command("config", "set", "maxmemory", "1");
      await delay(400);
      await redis.command("config", "set", "maxmemory", "0");
    }));

  test("is flushed again and again", () =>
    whileServing(async () => {
      for (let round = 0; round < 8; round++) {
        await redis.command("flushall");
        await delay(60);
      }
    }));
});

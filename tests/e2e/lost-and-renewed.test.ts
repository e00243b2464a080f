import { once } from "node:events";
import { Agent } from "node:http";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { clientOfEach, sendTo } from "./pinned-clients.ts";
import { stillRunning } from "./processes.ts";
import { type Site, startSite } from "./site.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const processes = 3;
const drainSeconds = 3;
/** Longer than none, so that the processes that start have some of the machine, too. */
const pauseMs = 80;
let site: Site;
beforeAll(async () => {
  site = await startSite({ WEB_CONCURRENCY: String(processes), DRAIN_SECONDS: String(drainSeconds) });
});
afterAll(() => site?.close());

interface Visitor {
  answered: number;
  failures: string[];
}

/** Visitors who ask again and again, some on new connections and some on one that they keep. */
async function traffic() {
  const cookie = await site.signedIn("participant");
  const visitors: Visitor[] = Array.from({ length: 8 }, () => ({ answered: 0, failures: [] }));
  let isOver = false;
  const visits = visitors.map(async (visitor, n) => {
    const agent = n % 2 === 0 ? new Agent({ keepAlive: true, maxSockets: 1 }) : undefined;
    const path = n % 4 < 2 ? "/api/v1/me/profile" : "/api/v1/workshops";
    while (!isOver) {
      await sendTo(site.server, path, { cookie, ...(agent ? { agent } : {}) }).then(
        ({ status }) => (status === 200 ? visitor.answered++ : visitor.failures.push(`status ${status}`)),
        (error: Error) => visitor.failures.push(error.message),
      );
      await delay(pauseMs);
    }
    agent?.destroy();
  });
  return {
    visitors,
    /** Until each visitor has had some more answers. */
    async goOn(answers = 10) {
      const until = visitors.map(({ answered }) => answered + answers);
      while (visitors.some(({ answered }, n) => answered < (until[n] ?? 0))) await delay(20);
    },
    async end() {
      isOver = true;
      await Promise.all(visits);
    },
  };
}

const pidsOfEach = async () => (await clientOfEach(site.server, processes)).map(({ pid }) => pid).sort();

async function printed(line: string, after: number): Promise<void> {
  while (!site.server.printed.slice(after).includes(line)) await delay(20);
}

test("a process that is killed fails only what it was answering; the other serves, and a new one comes", async () => {
  const before = await pidsOfEach();
  const victim = before[0] ?? 0;
  const running = await traffic();
  await running.goOn();
  const printedBefore = site.server.printed.length;
  process.kill(victim, "SIGKILL");
  await printed("a web process took its place", printedBefore);
  await running.goOn();
  await running.end();
  for (const { failures } of running.visitors) {
    // Each visitor has one request under way at a time.
    expect(failures.length).toBeLessThanOrEqual(1);
    for (const failure of failures) expect(failure).toMatch(/socket hang up|ECONNRESET/);
  }
  const after = await pidsOfEach();
  expect(after).not.toContain(victim);
  expect(after.filter((pid) => before.includes(pid))).toHaveLength(processes - 1);
});

test("SIGHUP replaces all processes one after the other, and no visitor notices", async () => {
  const before = await pidsOfEach();
  const running = await traffic();
  await running.goOn();
  const printedBefore = site.server.printed.length;
  process.kill(site.server.pid, "SIGHUP");
  await printed("all web processes have been replaced", printedBefore);
  await running.goOn();
  await running.end();
  expect(running.visitors.flatMap(({ failures }) => failures)).toEqual([]);
  expect((await pidsOfEach()).filter((pid) => before.includes(pid))).toEqual([]);
});

test("SIGTERM: /ready answers 503 at once, what has begun is answered, and then nothing is left", async () => {
  const everything = site.server.processes();
  const { hostname, port } = new URL(site.server.url);
  const slow = connect({ host: hostname, port: Number(port) });
  const body = JSON.stringify({ email: "slow@example.org", password: "wrong" });
  const head = `POST /api/v1/account/sign-in HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\n`;
  slow.write(`${head}content-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
  let answer = "";
  slow.on("data", (chunk) => {
    answer += String(chunk);
  });
  expect((await sendTo(site.server, "/ready")).status).toBe(200);

  process.kill(site.server.pid, "SIGTERM");
  let ready = await sendTo(site.server, "/ready");
  while (ready.status === 200) ready = await sendTo(site.server, "/ready");
  expect([ready.status, ready.headers.connection]).toEqual([503, "close"]);
  expect((await sendTo(site.server, "/api/v1/workshops")).status).toBe(200);

  // Later than new connections are taken.
  while (
    await sendTo(site.server, "/ready").then(
      () => true,
      () => false,
    )
  )
    await delay(50);
  slow.write(body.slice(10));
  await once(slow, "end");
  expect(answer).toMatch(/^HTTP\/1\.1 401 [\s\S]*\r\nconnection: close\r\n/i);
  while (stillRunning(everything).length > 0) await delay(20);
  expect(await site.server.stop()).toBe(0);
});

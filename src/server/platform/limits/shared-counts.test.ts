import { afterAll, beforeAll, expect, test } from "vitest";
import { startRedis, type TestRedis } from "../../testing/redis.ts";
import { describeWith } from "../../testing/services.ts";
import { systemClock } from "../time/clock.ts";
import { createLimiter, type Limiter, type Payer } from "./limiter.ts";
import { type SharedCounts, shareCounts } from "./shared-counts.ts";

const ada: Payer = { kind: "person", id: "ada" };
const deadlineMs = 10_000;

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error("it did not become so in time");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describeWith("redis")("limits of three processes with one Redis", () => {
  let redis: TestRedis;
  let counts: SharedCounts[];
  let processes: [Limiter, Limiter, Limiter];
  const said: string[] = [];
  const log = { warn: (text: string) => void said.push(text), info: (text: string) => void said.push(text) } as never;

  beforeAll(async () => {
    redis = await startRedis();
    counts = [1, 2, 3].map(() => shareCounts({ redisUrl: redis.url, windowSeconds: 900, log }));
    const options = { max: 100, windowMinutes: 15, doSuccessesCount: false, appSecret: "only for tests" };
    const [one, two, three] = counts.map((shared) => createLimiter({ ...options, clock: systemClock, shared }));
    if (!one || !two || !three) throw new Error("no three");
    processes = [one, two, three];
    await until(async () => (await Promise.all(counts.map((each) => each.add("warm-up")))).every(Boolean));
    said.length = 0;
  });
  afterAll(async () => {
    await Promise.all(processes.map((each) => each.close()));
    await redis.stop();
  });

  test("count together: thirty-three failures at each are ninety-nine, and the next one closes all", async () => {
    for (const process of processes) for (let i = 0; i < 33; i++) process.count(ada, "failure");
    await until(async () => (await redis.command("dbsize")).includes(":2"));
    const [one, two, three] = processes;
    await until(() => {
      // Each looks at its own memory only, where the sum arrives with its own next failure.
      one.count(ada, "failure");
      return one.refusal(ada) !== undefined;
    });
    expect(one.count(ada, "failure").remaining).toBe(0);
    expect(two.refusal(ada)).toBeUndefined();
    two.count(ada, "failure");
    three.count(ada, "failure");
    await until(() => two.refusal(ada) !== undefined && three.refusal(ada) !== undefined);
    expect(two.refusal(ada)?.resetSeconds).toBeGreaterThan(800);
    const keys = await redis.command("randomkey");
    expect(keys).not.toContain("ada");
    expect(await redis.command("eval", "return redis.call('pttl', redis.call('randomkey')) > 0", "0")).toContain(":1");
  });

  test("go on alone while Redis is away, say so once, and share again when it is back", async () => {
    const bob: Payer = { kind: "person", id: "bob" };
    const [one, two] = processes;
    for (let i = 0; i < 50; i++) one.count(bob, "failure");
    await redis.kill();
    for (let i = 0; i < 50; i++) expect(one.count(bob, "failure").limit).toBe(100);
    expect(one.refusal(bob)).toMatchObject({ remaining: 0 });
    expect(two.refusal(bob)).toBeUndefined();
    await until(() => said.length > 0);
    await redis.start();
    const carol: Payer = { kind: "person", id: "carol" };
    await until(() => {
      one.count(carol, "failure");
      return said.some((line) => line.includes("again"));
    });
    for (let i = 0; i < 100; i++) one.count(carol, "failure");
    await until(() => {
      two.count({ ...carol }, "failure");
      return two.refusal(carol) !== undefined;
    });
    expect(said.filter((line) => line.includes("does not answer")).length).toBeLessThanOrEqual(3);
  });

  test("do not wait for a Redis that hangs, nor pile up calls to it", async () => {
    await redis.command("client", "pause", "1500");
    const [one] = processes;
    for (let i = 0; i < 5_000; i++) one.count({ kind: "person", id: `dora-${i % 20}` }, "failure");
    expect(one.refusal({ kind: "person", id: "dora-7" })).toBeDefined();
  });
});

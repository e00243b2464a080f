import { EventEmitter, once } from "node:events";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixedClock } from "../time/clock.ts";
import { createLimiter, type LimiterOptions, type Payer } from "./limiter.ts";
import { networkOf } from "./network-of.ts";
import type { SharedCounts } from "./shared-counts.ts";

const appSecret = "only for tests";
const person = (id: string): Payer => ({ kind: "person", id });
const respondent = (id: string, network = "192.0.2.1"): Payer => ({ kind: "key", id, network });
const network = (address: string): Payer => ({ kind: "network", network: address });

function limiterOf(options: Partial<LimiterOptions> = {}) {
  const clock = fixedClock("2027-01-15T09:00:00Z");
  const limiter = createLimiter({
    max: 100,
    windowMinutes: 15,
    doSuccessesCount: false,
    appSecret,
    clock,
    ...options,
  });
  const fail = (payer: Payer, times = 1) => {
    for (let i = 1; i < times; i++) limiter.count(payer, "failure");
    return limiter.count(payer, "failure");
  };
  return { limiter, clock, fail };
}

describe("the limiter", () => {
  test("refuses after the hundredth failure until the window ends, and tells both", () => {
    const { limiter, clock, fail } = limiterOf();
    const ada = person("ada");
    expect(fail(ada, 99)).toEqual({ limit: 100, remaining: 1, resetSeconds: 900, windowSeconds: 900 });
    expect(limiter.refusal(ada)).toBeUndefined();
    clock.advance(60_000);
    expect(fail(ada).remaining).toBe(0);
    expect(limiter.refusal(ada)).toMatchObject({ limit: 100, remaining: 0, resetSeconds: 840 });
    expect(limiter.refusal(person("bob"))).toBeUndefined();
    expect(limiter.refusal(network("ada"))).toBeUndefined();
    clock.advance(839_000);
    expect(limiter.refusal(ada)).toMatchObject({ resetSeconds: 1 });
    clock.advance(1_000);
    expect(limiter.refusal(ada)).toBeUndefined();
    expect(fail(ada).remaining).toBe(99);
  });

  test("lets a person write every five seconds for hours, but not a script", () => {
    const { limiter, clock } = limiterOf();
    for (let save = 0; save < (4 * 3600) / 5; save++) {
      limiter.count(person("ada"), "write");
      expect(limiter.refusal(person("ada"))).toBeUndefined();
      clock.advance(5_000);
    }
    for (let i = 0; i < 1_000; i++) limiter.count(person("script"), "write");
    expect(limiter.refusal(person("script"))).toMatchObject({ limit: 1_000 });
  });

  test("counts writes like failures where successes count", () => {
    const { limiter, fail } = limiterOf({ max: 1_000, doSuccessesCount: true });
    for (let i = 0; i < 600; i++) limiter.count(person("ada"), "write");
    expect(fail(person("ada"), 400)).toMatchObject({ limit: 1_000, remaining: 0 });
    expect(limiter.refusal(person("ada"))).toBeDefined();
  });

  test("meets whoever makes up a key per request, while those it knows go on", () => {
    const { limiter } = limiterOf();
    limiter.count(respondent("early"), "write");
    for (let i = 1; i < 1_000; i++) limiter.count(respondent(`made-up-${i}`), "write");
    expect(limiter.refusal(respondent("one more"))).toMatchObject({ limit: 1_000, remaining: 0 });
    expect(limiter.refusal(respondent("early"))).toBeUndefined();
    expect(limiter.refusal(respondent("one more", "192.0.2.2"))).toBeUndefined();
    expect(limiter.refusal(network("192.0.2.1"))).toBeUndefined();
  });

  test("remembers a bounded number of keys, and forgets the oldest first", () => {
    const { limiter, fail } = limiterOf({ maxKeys: 50 });
    fail(person("first"), 99);
    for (let i = 0; i < 5_000; i++) fail(person(`p${i}`), i % 7 === 0 ? 100 : 1);
    expect(limiter.size).toBeLessThanOrEqual(100);
    expect(fail(person("first")).remaining).toBe(99);
    expect(limiter.refusal(person("p4997"))).toBeUndefined();
    expect(limiter.refusal(person("p4998"))).toBeDefined();
  });

  test("takes over what other processes have counted, without waiting for it", async () => {
    const counts = new Map<string, number>();
    const answers = new EventEmitter();
    const gate = once(answers, "release");
    const shared: SharedCounts = {
      async add(key) {
        const used = (counts.get(key) ?? 0) + 1;
        counts.set(key, used);
        await gate;
        return { used, msLeft: 300_000 };
      },
      close: async () => undefined,
    };
    const one = limiterOf({ shared });
    const other = limiterOf({ shared });
    one.fail(person("ada"), 98);
    other.fail(person("ada"), 2);
    expect(other.limiter.refusal(person("ada"))).toBeUndefined();
    answers.emit("release");
    await gate;
    await new Promise(setImmediate);
    expect(other.limiter.refusal(person("ada"))).toMatchObject({ resetSeconds: 300 });
    expect(one.limiter.refusal(person("ada"))).toBeUndefined();
    expect([...counts.keys()].join()).not.toContain("ada");
  });
});

describe("the network of an address", () => {
  test("is the address in version 4 and the /64 in version 6", () => {
    const one = "2001:db8:0:12::/64";
    for (const same of ["2001:db8:0:12::1", "2001:0DB8::12:ffff:0:0:1", "2001:db8:0:12:1:2:3:4"]) {
      expect(networkOf(same), same).toBe(one);
    }
    expect(networkOf("2001:db8:0:13::1")).not.toBe(one);
    expect(networkOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
    expect(networkOf("192.0.2.7")).toBe("192.0.2.7");
    expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
    expect(networkOf("::1")).toBe("0:0:0:0::/64");
    expect(networkOf("64:ff9b::192.0.2.33")).toBe("64:ff9b:0:0::/64");
    expect(networkOf("nonsense")).toBe("nonsense");
  });

  test("does not depend on how an address is written", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const url = new URL(`http://[${address}]`).hostname.slice(1, -1);
        expect(networkOf(address)).toBe(networkOf(url));
      }),
    );
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { CacheOptions } from "./cache.ts";
import { createCache } from "./create-cache.ts";

const keys = ["a", "b", "c"];

type Step = { do: "read" | "change" | "pass" | "finish"; key: string; seconds: number };

const steps = fc.array(
  fc.record<Step>({
    do: fc.constantFrom("read", "change", "pass", "finish"),
    key: fc.constantFrom(...keys),
    seconds: fc.integer({ min: 1, max: 100 }),
  }),
  { maxLength: 60 },
);

/** Computations end in any order and long after they began: `finish` lets one of those that run go on. */
class Model {
  readonly #truth = new Map(keys.map((key) => [key, 0]));
  readonly #running: (() => void)[] = [];
  readonly #reads: Promise<void>[] = [];
  readonly #byValue: boolean;
  #nowMs = 0;
  readonly #cache = createCache({ now: () => this.#nowMs });

  constructor(byValue: boolean) {
    this.#byValue = byValue;
  }

  async step({ do: what, key, seconds }: Step): Promise<void> {
    if (what === "read") this.#reads.push(this.#read(key));
    if (what === "pass") this.#nowMs += seconds * 1000;
    if (what === "finish") this.#running.splice(seconds % Math.max(1, this.#running.length), 1)[0]?.();
    if (what === "change") {
      this.#truth.set(key, this.#version(key) + 1);
      await this.#cache.invalidateByTag(key);
    }
    // Whatever the step set off runs as far as it can, or not yet: both happen.
    if (seconds % 2 === 0) await new Promise(setImmediate);
  }

  async end(): Promise<void> {
    while (this.#running.length > 0) {
      for (const finish of this.#running.splice(0)) finish();
      await new Promise(setImmediate);
    }
    await Promise.all(this.#reads);
  }

  async #read(key: string): Promise<void> {
    const least = this.#version(key);
    const options: CacheOptions<number> = {
      ...{ kind: "application", ttlSeconds: 60, staleWhileRevalidateSeconds: 60 },
      tags: this.#byValue ? () => [key] : [key],
    };
    const load = async () => {
      const version = this.#version(key);
      await new Promise<void>((resolve) => this.#running.push(resolve));
      return version;
    };
    expect(await this.#cache.getOrSet(key, options, load)).toBeGreaterThanOrEqual(least);
  }

  #version(key: string): number {
    return this.#truth.get(key) ?? 0;
  }
}

test.each([
  ["listed", false],
  ["of the value", true],
])(
  "no reader ever gets what is older than the last change that was told before it asked; tags %s",
  async (_, byValue) => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const model = new Model(byValue);
        for (const step of list) await model.step(step);
        await model.end();
      }),
      { numRuns: 300 },
    );
  },
);

import { serialize } from "node:v8";
import { expect, test } from "vitest";
import { approximateBytes } from "./approximate-bytes.ts";

test("no value counts as less than its serialised form, nor as many times as much", () => {
  const card = { id: "0190", title: { text: "Mediation", language: "en" }, tags: ["a", "b"], seats: 3, until: null };
  const cards = Array.from({ length: 50 }, (_, index) => ({ ...structuredClone(card), id: `${index}` }));
  const values = [[], {}, "x".repeat(5_000), Buffer.alloc(9_000), cards, new Map([[1, card]])];
  for (const value of values) {
    const share = approximateBytes(value) / serialize(value).byteLength;
    expect(share, JSON.stringify(value).slice(0, 80)).toBeGreaterThan(0.95);
    expect(approximateBytes(value)).toBeLessThan(serialize(value).byteLength * 6 + 100);
  }
});

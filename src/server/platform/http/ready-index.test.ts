import { describe, expect, test } from "vitest";
import { toEntry } from "./ready-entry.ts";
import { ReadyIndex } from "./ready-index.ts";
import { makeReady } from "./ready-page.ts";

const facts = { storedAtMs: 0, freshUntilMs: Number.MAX_SAFE_INTEGER, isForAnonymous: false, isDoubtful: false };
const entryWith = async (tags: string[], body = "x") =>
  toEntry(makeReady({ body, contentType: "text/plain", tags }), {}, facts);

const roomy = { maxEntries: 100, maxBytes: 1024 * 1024 };

describe("the index of ready answers", () => {
  test("drops what carries an invalidated tag, and nothing else", async () => {
    const index = new ReadyIndex(roomy);
    index.put(index.claim(), "/a", await entryWith(["list", "one"]));
    index.put(index.claim(), "/b", await entryWith(["list"]));
    index.invalidate(["one"]);
    expect([index.get("/a"), index.get("/b")].map((entry) => entry !== undefined)).toEqual([false, true]);
    index.invalidate(["list"]);
    expect(index.size()).toEqual({ entries: 0, bytes: 0, tags: 0 });
  });

  test("never takes an answer that was invalidated while it was made", async () => {
    const index = new ReadyIndex(roomy);
    const claim = index.claim();
    index.invalidate(["one"]);
    index.put(claim, "/one", await entryWith(["one"]));
    index.put(claim, "/other", await entryWith(["other"]));
    expect([index.get("/one") !== undefined, index.get("/other") !== undefined]).toEqual([false, true]);
    index.put(index.claim(), "/one", await entryWith(["one"]));
    expect(index.get("/one")).toBeDefined();
  });

  test("takes nothing that was made before everything was invalidated, also by very many tags", async () => {
    const index = new ReadyIndex(roomy);
    const claim = index.claim();
    index.invalidate("all");
    index.put(claim, "/a", await entryWith(["a"]));
    const later = index.claim();
    index.invalidate(["b"]);
    for (let i = 0; i < 11_000; i++) index.invalidate([`tag:${i}`]);
    index.put(later, "/b", await entryWith(["b"]));
    expect(index.size().entries).toBe(0);
  });

  test("stays within its bounds, and forgets the tags of what had to go", async () => {
    const entry = await entryWith(["list", "page"], "y".repeat(2_000));
    const few = new ReadyIndex({ maxEntries: 10, maxBytes: 1024 * 1024 });
    const small = new ReadyIndex({ maxEntries: 1_000, maxBytes: 100_000 });
    for (const index of [few, small]) {
      for (let i = 0; i < 500; i++) index.put(index.claim(), `/${i}`, entry);
    }
    expect(few.size().entries).toBe(10);
    expect(small.size().bytes).toBeLessThanOrEqual(100_000);
    few.invalidate(["page"]);
    expect(few.size()).toEqual({ entries: 0, bytes: 0, tags: 0 });
  });

  test("holds as much as before after 50,000 addresses of one page", async () => {
    const index = new ReadyIndex({ maxEntries: 5_000, maxBytes: 32 * 1024 * 1024 });
    const entry = await entryWith(["list"], "y".repeat(2_000));
    for (let i = 0; i < 50_000; i++) index.put(index.claim(), `/en?evil=${i}`, entry);
    const { entries, bytes, tags } = index.size();
    expect(entries).toBeLessThanOrEqual(5_000);
    expect(bytes).toBeLessThanOrEqual(32 * 1024 * 1024);
    expect([index.get("/en?evil=0"), tags]).toEqual([undefined, 1]);
    index.invalidate(["list"]);
    expect(index.size()).toEqual({ entries: 0, bytes: 0, tags: 0 });
  });

  test("leaves out what is larger than all of it, and addresses of unusual length", async () => {
    const index = new ReadyIndex({ maxEntries: 10, maxBytes: 50_000 });
    index.put(index.claim(), "/large", await entryWith(["list"], "z".repeat(60_000)));
    index.put(index.claim(), `/${"a".repeat(2_000)}`, await entryWith(["list"]));
    expect(index.size()).toEqual({ entries: 0, bytes: 0, tags: 0 });
  });
});

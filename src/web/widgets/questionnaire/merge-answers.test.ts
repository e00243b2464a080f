import { describe, expect, test } from "vitest";
import { content } from "./content.testing.ts";
import { mergeAnswers } from "./merge-answers.ts";

describe("answers of this device and of the server", () => {
  test("what was changed here stays, what was changed there comes", () => {
    const merged = mergeAnswers(content, {
      local: { name: "Ada", age: 30 },
      base: { name: "A", age: 30 },
      server: { name: "B", age: 31 },
    });
    expect(merged).toEqual({ name: "Ada", age: 31 });
  });

  test("an answer cleared here stays cleared, one cleared there goes", () => {
    const base = { name: "A", age: 30 };
    expect(mergeAnswers(content, { local: { age: 30 }, base, server: { name: "A" } })).toEqual({});
  });

  test("no space is taken away under somebody's fingers", () => {
    const merged = mergeAnswers(content, { local: { name: "Ada " }, base: { name: "Ada" }, server: { name: "Ada" } });
    expect(merged).toEqual({ name: "Ada " });
  });

  test("a half-typed answer is kept", () => {
    expect(mergeAnswers(content, { local: { age: "3x" }, base: {}, server: { age: 3 } })).toEqual({ age: "3x" });
  });

  test("what was given to a question that is hidden by now waits here", () => {
    const local = { joined: false, story: "Long ago" };
    expect(mergeAnswers(content, { local, base: { joined: false }, server: { joined: false } })).toEqual(local);
  });
});

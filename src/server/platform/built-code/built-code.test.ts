import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BuiltCode } from "./built-code.ts";

let root: string;
const folder = () => join(root, "server");
const compiled = () => join(root, "compiled");
const write = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder(), name), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "workshopsai-built-"));
  mkdirSync(folder());
  write({
    "counter.cjs": `let n = 0;\nexports.next = () => ++n;\nexports.place = __filename;`,
    "sum.cjs": `const counter = require("./counter.cjs");\nconst { sep } = require("node:path");\nexports.sum = () => counter.next() + counter.next();\nexports.sep = sep;`,
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

interface Sum {
  sum(): number;
  sep: string;
}
interface Counter {
  next(): number;
  place: string;
}

test("loads each file once, and finds chunks beside it and what Node.js has", () => {
  const code = new BuiltCode(folder());
  const { sum, sep } = code.load("sum.cjs") as Sum;
  expect([sum(), sep]).toEqual([3, "/"]);
  const counter = code.load("counter.cjs") as Counter;
  expect([counter.next(), counter.place]).toEqual([3, join(folder(), "counter.cjs")]);
});

test("files that need each other see what is there so far, as in Node.js", () => {
  write({
    "one.cjs": `exports.early = 1; exports.other = require("./two.cjs").seen; exports.late = 2;`,
    "two.cjs": `const one = require("./one.cjs"); exports.seen = [one.early, one.late];`,
  });
  expect(new BuiltCode(folder()).load("one.cjs")).toEqual({ early: 1, other: [1, undefined], late: 2 });
});

/** Loads the file in a process of its own, as it were, and keeps what was compiled; answers the names of that. */
function compile(name: string, from = folder()): string[] {
  const code = new BuiltCode(from);
  code.load(name);
  code.keepCompiled();
  return readdirSync(join(from, "..", "compiled"));
}

test("what was compiled is kept for each file that was loaded, and nothing from before", () => {
  expect(compile("sum.cjs")).toHaveLength(2);
  expect(compile("counter.cjs")).toHaveLength(1);
});

test("what was compiled of a source is run instead of the source, and never for another one", () => {
  // V8 itself compares lengths only.
  const say = (text: string) => write({ "it.cjs": `exports.it = "${text}";` });
  const load = () => (new BuiltCode(folder()).load("it.cjs") as { it: string }).it;
  say("old");
  const [ofOld = ""] = compile("it.cjs");
  say("new");
  expect(load()).toBe("new");
  say("odd");
  // In another folder, for its name alone: what this process has met itself, V8 does not look up any more.
  const elsewhere = join(root, "elsewhere", "server");
  cpSync(folder(), elsewhere, { recursive: true });
  const [ofOdd = ""] = compile("it.cjs", elsewhere);
  // Laid where it does not belong, it shows that it is what runs.
  renameSync(join(compiled(), ofOld), join(compiled(), ofOdd));
  expect(load()).toBe("old");
});

test("what is damaged, or made by another version of V8, is compiled anew", () => {
  for (const name of compile("sum.cjs")) {
    const bytes = readFileSync(join(compiled(), name));
    // The version is in the second word.
    bytes.writeUInt32LE(bytes.readUInt32LE(4) ^ 1, 4);
    writeFileSync(join(compiled(), name), bytes);
  }
  expect((new BuiltCode(folder()).load("sum.cjs") as Sum).sum()).toBe(3);
});

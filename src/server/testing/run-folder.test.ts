import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openRunFolder } from "./run-folder.ts";

const ofThisRun = process.env.TMPDIR ?? "";
afterEach(() => {
  process.env.TMPDIR = ofThisRun;
});

test("whatever a test writes for the time being lies in the folder of the run", () => {
  expect(ofThisRun).toContain("workshopsai-run-");
  expect(tmpdir()).toBe(ofThisRun);
});

test("the folder goes at the end, and those of runs that were killed at the next beginning; those under way stay", () => {
  const { pid: gone } = spawnSync(process.execPath, ["--version"]);
  const [left, other] = [
    join(ofThisRun, `workshopsai-run-${gone}-a`),
    join(ofThisRun, `workshopsai-run-${process.ppid}-b`),
  ];
  for (const folder of [left, other]) mkdirSync(join(folder, "something"), { recursive: true });
  const run = openRunFolder();
  expect(dirname(run.path)).toBe(ofThisRun);
  expect(tmpdir()).toBe(run.path);
  expect([left, other].map((folder) => existsSync(folder))).toEqual([false, true]);
  run.remove();
  expect(tmpdir()).toBe(ofThisRun);
  expect(existsSync(run.path)).toBe(false);
});

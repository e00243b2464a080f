import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildIdOf } from "./build-id.ts";

test.each(["main.cjs", "assets/site.js", "assets/site.css", "manifest.json"])(
  "another build is one that differs in %s; where it lies, and what it was packed with, does not matter",
  (name) => {
    const idWith = (text: string) => {
      const folder = mkdtempSync(join(tmpdir(), "workshopsai-build-"));
      mkdirSync(join(folder, "assets"));
      writeFileSync(join(folder, name), text);
      writeFileSync(join(folder, "assets", "site.js.br"), `packed ${Math.random()}`);
      return buildIdOf([folder, null]);
    };
    expect(idWith("1;")).toBe(idWith("1;"));
    expect(idWith("2;")).not.toBe(idWith("1;"));
  },
);

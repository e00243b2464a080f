import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkImports } from "./cruise-imports.ts";
import { measureSource } from "./measure-source.ts";
import { sourceFiles } from "./source-files.ts";

const project = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "workshopsai-new-"));
const copied = ["src", "tests", "migrations", "scripts", "package.json", "tsconfig.json", "biome.json", ".gitignore"];

function run(program: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, output: `${stdout}${stderr}`.trim() };
}
const runNew = (...words: string[]) => run("scripts/new.mjs", ...words);

const contentOf = (root: string) => {
  const files = sourceFiles(root, ["src", "tests", "migrations"]);
  return new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
};

let original: ReturnType<typeof contentOf>;
/** What the commands made or changed. */
const touched = () =>
  [...contentOf(folder)].filter(([file, text]) => original.get(file) !== text).map(([file]) => file);

beforeAll(() => {
  for (const name of copied) cpSync(join(project, name), join(folder, name), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"), "junction");
  original = contentOf(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm run new", () => {
  test("begins a feature, endpoints, a migration and a kind of question, each by one command", () => {
    const commands = [
      ["feature", "gift-cards"],
      ["endpoint", "gift-cards", "createGiftCard", "POST", "/api/v1/studio/gift-cards"],
      ["endpoint", "catalogue", "getBudget", "GET", "/api/v1/studio/workshops/{workshopId}/budget"],
      ["endpoint", "enrolment", "deleteMyNote", "DELETE", "/api/v1/me/notes/{number}"],
      ["migration", "enrolment"],
      ["question-kind", "postal_code"],
    ];
    for (const words of commands) expect(runNew(...words)).toMatchObject({ status: 0 });
    const made = touched();
    expect(made).toContain("src/server/gift-cards/list-gift-cards.test.ts");
    expect(made).toContain("src/server/catalogue/get-budget.ts");
    expect(made.filter((file) => /^migrations\/\d{4}-(gift-cards|enrolment)\.sql$/.test(file))).toHaveLength(2);
    expect(made).toContain("src/shared/questionnaires/kinds/postal-code.ts");
  }, 60_000);

  test("refuses what exists, what is misspelt and what it does not know, and writes nothing", () => {
    const refused = [
      "feature catalogue",
      "feature GiftCards",
      "feature sessions",
      "feature new",
      "endpoint catalogue getBudget GET /api/v1/studio/budgets",
      "endpoint catalogue getOtherBudget GET /api/v1/studio/workshops/{id}/budget",
      "endpoint nowhere getBudget GET /api/v1/studio/nothing",
      "endpoint catalogue getRoom get /rooms",
      "migration ../enrolment",
      "question-kind postal_code",
      "question-kind Postal",
      "page about",
      "",
    ];
    const before = contentOf(folder);
    for (const words of refused) {
      const { status, output } = runNew(...words.split(" ").filter(Boolean));
      expect([words, status, /\n +at /.test(output)]).toEqual([words, 1, false]);
    }
    expect(contentOf(folder)).toEqual(before);
  }, 60_000);

  test("what it wrote keeps the house rules, the format and the types", async () => {
    const files = touched().filter((file) => /\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => measureSource(file, readFileSync(join(folder, file), "utf8")))).toEqual([]);
    expect(run("node_modules/@biomejs/biome/bin/biome", "check", ...files)).toMatchObject({ status: 0 });
    // The test harness gets its types from here.
    files.push("src/server/testing/global-setup.ts");
    const config = { extends: "./tsconfig.json", include: [], files };
    writeFileSync(join(folder, "tsconfig.new.json"), JSON.stringify(config));
    const options = [
      "-p",
      "tsconfig.new.json",
      "--incremental",
      "false",
      "--tsBuildInfoFile",
      "null",
      "--singleThreaded",
    ];
    expect(run("node_modules/typescript-native/bin/tsc", ...options)).toEqual({ status: 0, output: "" });
  }, 240_000);

  test("what it wrote keeps to the import rules", async () => {
    const files = touched();
    const { violations } = await checkImports(folder);
    expect(violations.filter(({ from, to }) => files.includes(from) || files.includes(to))).toEqual([]);
  }, 60_000);
});

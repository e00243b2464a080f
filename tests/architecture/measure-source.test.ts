import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { measureSource } from "./measure-source.ts";
import { sourceFiles } from "./source-files.ts";

const rulesBroken = (file: string, text: string) => measureSource(file, text).map(({ rule }) => rule);

describe("size, names, any, SQL's place, documented doors", () => {
  test("the code keeps them", () => {
    const files = sourceFiles(process.cwd(), ["src", "tests", "scripts"]).filter((file) => /\.(tsx?|m?js)$/.test(file));
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => measureSource(file, readFileSync(file, "utf8")))).toEqual([]);
  });

  test.each([
    ["file-length", "src/server/audit/long.ts", "const a = 1;\n".repeat(251)],
    ["function-length", "src/server/audit/long.ts", `function long() {\n${"  step();\n".repeat(60)}}\n`],
    ["parameters", "src/server/audit/many.ts", "export const f = (a: 1, b: 2, c: 3, d: 4) => a;\n"],
    ["any", "src/shared/kernel/any.ts", "export const a: any = 1;\n"],
    ["non-null", "src/shared/kernel/sure.ts", "export const a = b!;\n"],
    ["name", "src/server/audit/utils.ts", "export {};\n"],
    ["depth", "src/a/b/c/d/e/f/deep.ts", "export {};\n"],
    ["door-docs", "src/server/audit/index.ts", "export const silent = 1;\n"],
    ["cache-key", "src/server/audit/list.ts", 'const rows = cache.getOrSet("audit", options, load);\n'],
    ["cache-key", "src/server/audit/list.ts", `const rows = deps.cache.lookUp(\`audit:\${id}\`, options, load);\n`],
    ["cache-key", "src/server/audit/list.ts", 'const rows = cache.getOrSet("audit:" + id, options, load);\n'],
    ["sql", "src/server/audit/list.ts", "const rows = sql`select id from audit_log`;\n"],
  ])("a planted breach of %s is found", (rule, file, text) => {
    expect(rulesBroken(file, text)).toContain(rule);
  });
});

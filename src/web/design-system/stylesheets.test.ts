import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const stylesheets = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".css"))
  .map((path) => ({ path: relative(root, join(root, path)), css: withoutComments(join(root, path)) }));
const tokens = stylesheets.find(({ path }) => path === join("design-system", "tokens.css"));
const others = stylesheets.filter((sheet) => sheet !== tokens);

function withoutComments(path: string): string {
  return readFileSync(path, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
}

/** Colours written out instead of named, and sizes of type that do not scale with the reader's setting. */
function violations(css: string): string[] {
  const declarations = css.match(/[\w-]+\s*:[^;{}]+/g) ?? [];
  return declarations.filter((declaration) => {
    const value = declaration.slice(declaration.indexOf(":") + 1).replaceAll(/url\([^)]*\)|var\([^)]*\)/g, "");
    const hasColour =
      /#[0-9a-f]{3,8}\b/i.test(value) ||
      /\b(?:rgba?|hsla?|hwb|oklch|oklab|lch|lab|color|color-mix|light-dark)\(/i.test(value) ||
      /(?<![\w-])(?:white|black|red|green|blue|gr[ae]y|silver|orange|yellow|purple|navy)(?![\w-])/i.test(value);
    const hasFixedType = /^font(?:-size)?\s*:/.test(declaration) && /\d(?:px|pt)\b/.test(value);
    return hasColour || hasFixedType;
  });
}

test("there are stylesheets to look at", () => {
  expect(others.length).toBeGreaterThan(20);
  expect(tokens).toBeDefined();
});

test.each([
  ".a { color: #1f5c46; }",
  ".a { border: 1px solid rgb(0 0 0); }",
  ".a { background: white; }",
  ".a { font-size: 14px; }",
  ".a { font: 600 14px/1.2 serif; }",
])("a planted violation is found: %s", (css) => {
  expect(violations(css)).toHaveLength(1);
});

describe.each(others)("$path", ({ css }) => {
  test("names its colours and sizes of type instead of writing them out", () => {
    expect(violations(css)).toEqual([]);
  });

  test("uses only tokens that exist", () => {
    const known = new Set([...(tokens?.css ?? "").matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    const own = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    // Set at run time by react-aria.
    const allowed = new Set(["--visual-viewport-height", "--trigger-width", "--tree-item-level"]);
    const used = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => name && !known.has(name) && !own.has(name) && !allowed.has(name))).toEqual([]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

/** Links and pictures of a Markdown file that lead to no file of the project or to no heading of it. */
function brokenLinks(file: string, text: string, read: (path: string) => string | undefined): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, "");
  const targets = [...prose.matchAll(/\[[^\]]*\]\(([^)\s]+)[^)]*\)/g)].map((match) => match[1] ?? "");
  return targets
    .filter((target) => !/^(https?:|mailto:)/.test(target))
    .filter((target) => {
      const [path = "", anchor] = target.split("#");
      const content = path === "" ? text : read(normalize(join(dirname(file), path)));
      return content === undefined || (anchor !== undefined && !headings(content).includes(anchor));
    });
}

const headings = (text: string) =>
  [...text.matchAll(/^#+\s+(.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );

const readProject = (path: string) =>
  existsSync(path) ? (path.endsWith(".md") ? readFileSync(path, "utf8") : "") : undefined;

describe("links in the documentation", () => {
  const files = sourceFiles(process.cwd(), ["."]).filter((file) => file.endsWith(".md"));

  test("every link leads somewhere", () => {
    expect(files.length).toBeGreaterThan(5);
    const broken = files.flatMap((file) =>
      brokenLinks(file, readFileSync(file, "utf8"), readProject).map((target) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test("planted broken links are found", () => {
    const text = "# Real\n[a](missing.md) [b](#real) [c](#unreal) ![d](no.png) [e](https://example.org)";
    expect(brokenLinks("docs/x.md", text, readProject)).toEqual(["missing.md", "#unreal", "no.png"]);
  });
});

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(process.cwd(), "dist/server");
/** At the begin of a line, where it is done as soon as the file is loaded. */
const required = /^(?:(?:const|let|var) \S+ = )?require\("([^"]+)"\);$/gm;
/** The build notes above each module where it is from. */
const includedFrom = /^\/\/ (?:\.\.\/)*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm;

/** The packages that a built file needs before its first line runs: in itself, in its own chunks, and beside them. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(join(folder, file), "utf8");
  const names = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = ""]) => name);
  const beside = names(required).flatMap((name) => {
    if (name.startsWith("./")) return packagesOf(name.slice(2), seen);
    return name.startsWith("node:") ? [] : [name];
  });
  return [...names(includedFrom), ...beside];
}

test("a start waits for no library that its first answer does not need", () => {
  const packages = packagesOf("run-process.cjs");
  expect(packages).toEqual(expect.arrayContaining(["fastify", "pg", "react-dom", "@node-rs/argon2"]));
  const later = [
    "ioredis",
    "rate-limiter-flexible",
    "prom-client",
    "graphile-worker",
    "mercurius",
    "nodemailer",
    "aws4fetch",
  ];
  expect(packages.filter((name) => later.includes(name))).toEqual([]);
});

test("nor for what Node.js itself loads when it is first asked for, such as `fetch`", () => {
  const tell = `data:text/javascript,process.on("exit", () => console.log(JSON.stringify(process.moduleLoadList)))`;
  const command = ["--import", tell, join(folder, "cli.cjs"), "--help"];
  const said = execFileSync(process.execPath, command, { encoding: "utf8" });
  const loaded = JSON.parse(said.trim().split("\n").at(-1) ?? "") as string[];
  expect(loaded).toContain("NativeModule net");
  expect(loaded.filter((name) => name.includes("undici"))).toEqual([]);
});

test("nothing that was compiled beforehand imports at run time, which it could not", () => {
  const importing = readdirSync(folder).flatMap((file) => {
    let module = "";
    return readFileSync(join(folder, file), "utf8")
      .split("\n")
      .flatMap((line) => {
        if (/^\/\/ \S+$/.test(line)) module = line.slice(3);
        return /^[^*]*[^\w.$*]import\(/.test(line) && !line.trimStart().startsWith("//") ? [module] : [];
      });
  });
  expect([...new Set(importing)]).toEqual([]);
});

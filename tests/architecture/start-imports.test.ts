import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(process.cwd(), "dist/server");
const statements = /^(?:import|export)\b[^;]*?["']([^"']+)["'];?$/gm;

/** The packages that a built file needs before its first line runs, its own chunks included. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const sources = [...readFileSync(join(folder, file), "utf8").matchAll(statements)].map(([, source = ""]) => source);
  return sources.flatMap((source) => {
    if (source.startsWith("./")) return packagesOf(source.slice(2), seen);
    return source.startsWith("node:") ? [] : [source];
  });
}

test("a start waits for no library that its first answer does not need", () => {
  const packages = packagesOf("main.js");
  expect(packages).toContain("fastify");
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

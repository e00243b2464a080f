import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";

const lines = 2_000;
let folder: string;
beforeAll(() => {
  // Below the project, so that the copies find their packages.
  folder = mkdtempSync(join(process.cwd(), "node_modules", ".log-"));
  for (const name of ["log", "pretty-line", "redact"]) {
    const source = readFileSync(join(import.meta.dirname, `${name}.ts`), "utf8");
    const compilerOptions = {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      rewriteRelativeImportExtensions: true,
    };
    writeFileSync(join(folder, `${name}.js`), ts.transpileModule(source, { compilerOptions }).outputText);
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines that a process has logged by the time it is gone; the signal is sent once it has logged what is given, or anything. */
async function loggedBy(
  end: string,
  { signal, at = "" }: { signal?: NodeJS.Signals | undefined; at?: string } = {},
): Promise<{ status: number; msg: string }[]> {
  const script = `
    import { createLog, flushLog } from "./log.js";
    const log = createLog({ level: "info", isPretty: false });
    process.on("SIGTERM", async () => { log.info("stopping"); await flushLog(log); process.exit(0); });
    for (let i = 0; i < ${lines}; i++) log.info({ status: i }, "request");
    ${end}`;
  writeFileSync(join(folder, "run.js"), script);
  const child = spawn(process.execPath, [join(folder, "run.js")], { stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    if (signal && !child.killed && output.includes(at)) child.kill(signal);
  });
  const closed = once(child, "close");
  const inTime = await Promise.race([closed, delay(20_000, undefined, { ref: false })]);
  if (!inTime) child.kill("SIGKILL");
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test.each([
  ["it exits", "process.exit(0);", undefined],
  ["it is done", "", undefined],
  ["nobody catches an error", 'throw new Error("fatal");', undefined],
  ["nobody catches a rejection, later", 'setTimeout(() => Promise.reject(new Error("fatal")), 20);', undefined],
  ["it is asked to stop", "setInterval(() => undefined, 1_000);", "SIGTERM" as const],
])("no line is lost, doubled or torn when %s", async (_, end, signal) => {
  const logged = await loggedBy(end, { signal });
  const requests = logged.filter(({ msg }) => msg === "request");
  expect(requests.map(({ status }) => status)).toEqual(Array.from({ length: lines }, (_, index) => index));
  expect(logged.length - requests.length).toBe(signal ? 1 : 0);
});

test("what is logged in a quiet moment appears without a block being full", async () => {
  const logged = await loggedBy('log.info("last"); setInterval(() => undefined, 1_000);', {
    signal: "SIGKILL",
    at: "last",
  });
  expect(logged.at(-1)?.msg).toBe("last");
});

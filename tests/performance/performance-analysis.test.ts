import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const script = fileURLToPath(new URL("../../scripts/performance-analysis.js", import.meta.url));
const { readOptions } = (await import(`${new URL("../../scripts/analysis/options.mjs", import.meta.url)}`)) as {
  readOptions(words: string[]): object;
};
const folder = mkdtempSync(join(tmpdir(), "workshopsai-analysis-"));
const questionnaire = "01900005-0000-7000-8000-000000000000";

/** How many milliseconds the stub takes for a path, and with what it fails. */
let slowness: Record<string, number> = {};
let failing: string | undefined;
let stub: Server;
let address: string;

beforeAll(async () => {
  stub = createServer(async (request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    const wait = slowness[path];
    if (wait) await delay(wait);
    if (path === failing) response.writeHead(500).end("out of order");
    else if (path === "/api/v1/workshops") response.end(JSON.stringify({ items: [{ slug: "a-workshop" }] }));
    else
      response.setHeader("cache-control", "no-store").end(`<a href="/en/questionnaires/${questionnaire}">Answer</a>`);
  }).listen(0, "127.0.0.1");
  await once(stub, "listening");
  address = `http://127.0.0.1:${(stub.address() as AddressInfo).port}`;
});
afterAll(() => {
  stub.close();
  stub.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const few = ["--requests", "3", "--concurrency", "2", "--seconds", "0.1"];
/** This machine may be busy, and how fast it is is not what is tested. */
const patient = [...few, "--slack", "100"];

/** Runs the script as a person or CI does; reports go to a folder of their own. */
function analyse(...words: string[]): Promise<{ code: number; stdout: string; stderr: string; reports: string }> {
  const reports = mkdtempSync(join(folder, "reports-"));
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...words, "--reports", reports], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr, reports }),
    );
  });
}

const reportIn = (folder: string, extension: string) =>
  join(folder, readdirSync(folder).find((name) => name.endsWith(extension)) ?? "none");

test("a fast site passes, slower than its own past by more than the tolerance it fails, faster it passes", async () => {
  slowness = {};
  failing = undefined;
  const first = await analyse(address, ...patient);
  expect(first.stdout).toContain("All targets are met.");
  expect(first.code).toBe(0);
  const file = reportIn(first.reports, ".json");
  const report = JSON.parse(readFileSync(file, "utf8"));
  expect(report.rows.map(({ name }: { name: string }) => name)).toEqual([
    ...["health", "list", "list in Polish", "search in English", "search in Polish", "tags", "workshop"],
    ...["questionnaire", "home page", "programme page", "workshop page"],
  ]);
  expect(report.rows[5]).toMatchObject({ cache: "not kept", encoding: "none", alone: { count: 3, failures: 0 } });
  const html = readFileSync(reportIn(first.reports, ".html"), "utf8");
  expect(html).toContain("<svg");
  // One file that needs nothing else.
  expect(html).not.toMatch(/<script|<link|src=|url\(/);

  const past = {
    ...report,
    rows: report.rows.map((row: object) => ({ ...row, alone: { p95: 900 }, together: { p95: 900 } })),
  };
  const slow = join(folder, "slow.json");
  writeFileSync(slow, JSON.stringify(past));
  slowness = { "/api/v1/tags": 300 };
  const [slower, faster] = await Promise.all([
    analyse(address, ...patient, "--baseline", file),
    analyse(address, ...patient, "--baseline", slow),
  ]);
  expect(slower.stdout).toMatch(/^tags .*SLOWER$/m);
  expect(slower.code).toBe(1);
  expect(faster.stdout).not.toContain("SLOWER");
}, 90_000);

test("one slow endpoint among quick ones is a missed target, and so is one that fails", async () => {
  slowness = { "/api/v1/tags": 450 };
  failing = "/pl/workshops";
  const { code, stdout, reports } = await analyse(address, ...few);
  expect(code).toBe(1);
  expect(stdout).toMatch(/P95 with many at once, the guide's +≤ 400 ms +\d+\.\d ms \(tags\) +MISSED/);
  expect(stdout).toMatch(/^failed requests +0 +[1-9]\d* +MISSED$/m);
  expect(readFileSync(reportIn(reports, ".html"), "utf8")).toContain("A target was missed.");
}, 60_000);

test("where nobody answers, or something else does, there is one clear line and exit code 2", async () => {
  const nobody = await analyse("http://127.0.0.1:9", ...few);
  expect([nobody.code, nobody.stdout]).toEqual([2, ""]);
  expect(nobody.stderr).toMatch(/^Could not measure http:\/\/127\.0\.0\.1:9: .*ECONNREFUSED.*\n$/);
  failing = "/api/v1/workshops";
  const broken = await analyse(address, ...few);
  expect([broken.code, broken.stderr]).toEqual([2, `Could not measure ${address}: /api/v1/workshops answered 500\n`]);
});

test("what cannot be understood is refused with exit code 2, before anything is measured", async () => {
  const { code, stderr, stdout } = await analyse("localhost:3001");
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("is no address");
  const missing = await analyse(address, ...few, "--baseline", "/nowhere.json");
  expect(missing.stderr).toContain("the baseline /nowhere.json cannot be read");
  expect(missing.code).toBe(2);
});

test.each([
  [[], "One address is needed"],
  [["ftp://localhost"], "is no address"],
  [["http://localhost", "http://localhost"], "One address is needed"],
  [["http://localhost", "--requests", "many"], "--requests expects a whole number from 1"],
  [["http://localhost", "--seconds", "0"], "--seconds expects a number above 0"],
  [["http://localhost", "--tolerance", "-5"], "tolerance"],
  [["http://localhost", "--fast"], "--fast"],
])("%j is refused", (words, message) => {
  expect(() => readOptions(words)).toThrow(message);
});

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Server, startServer } from "../e2e/server.ts";

interface Request {
  status: number;
  tags: { journey: string; name: string; kind: "read" | "write" };
  isFailed: boolean;
}

interface Run {
  options: { stages: object[]; thresholds: Record<string, string[]> };
  requests: Request[];
  checks: { name: string; holds: boolean; tags: { journey: string } }[];
}

const standIn = fileURLToPath(new URL("stand-in/run.mjs", import.meta.url));

/** The steps of each journey. The assets come in its first round only, as a browser keeps them. */
const journeys = {
  browse: ["home", "programme", "list", "next page"],
  search: ["search in Polish", "search in English", "search with a typo", "search page"],
  detail: ["workshop", "workshop page", "asset"],
  enrol: ["enrol", "own place", "give up the place"],
  autosave: ["questionnaire page", "questionnaire", "own response", "autosave"],
  submit: ["questionnaire", "submit"],
  results: ["results"],
};
const names = Object.keys(journeys);

let server: Server;
let done: Run;
beforeAll(async () => {
  server = await startServer();
  done = await run({ SIGN_INS: join(server.dataDir, "demo-sign-ins.json") }, 2 * names.length);
});
afterAll(() => server?.stop());

/** Runs the script with a stand-in for k6, which is not on every machine: every journey in turns. */
async function run(settings: Record<string, string>, iterations: number): Promise<Run> {
  const env = { PATH: process.env.PATH, BASE_URL: server.url, THINK: "0-0", PEOPLE: "2", JOURNEY: names.join(",") };
  const { stdout } = await promisify(execFile)(process.execPath, [standIn, String(iterations)], {
    env: { ...env, ...settings },
    timeout: 60_000,
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Run;
}

const ofJourney = (journey: string) => done.requests.filter(({ tags }) => tags.journey === journey);

describe("the k6 script on a demo installation", () => {
  test("has the guide's stages and thresholds, and ours beside them", () => {
    const { options } = done;
    expect(options.stages).toEqual([
      { duration: "2m", target: 10 },
      { duration: "5m", target: 50 },
      { duration: "10m", target: 100 },
      { duration: "5m", target: 200 },
      { duration: "5m", target: 0 },
    ]);
    expect(options.thresholds).toMatchObject({
      http_req_duration: ["p(95)<400"],
      http_req_failed: ["rate<0.1"],
      "http_req_duration{kind:read}": ["p(95)<=25", "p(99)<=60"],
      checks: ["rate==1"],
    });
    for (const journey of names) expect(options.thresholds[`checks{journey:${journey}}`]).toEqual(["rate==1"]);
  });

  test.each(Object.entries(journeys))("the journey %s takes its steps, twice in a row", (journey, steps) => {
    expect([...new Set(ofJourney(journey).map(({ tags }) => tags.name))]).toEqual(steps);
    expect(ofJourney(journey).filter(({ tags }) => tags.name === steps[0])).toHaveLength(2);
  });

  test("no request fails and every check holds", () => {
    expect(done.requests.filter(({ isFailed }) => isFailed)).toEqual([]);
    expect(done.checks.length).toBeGreaterThan(done.requests.length / 2);
    expect(done.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  test("about one request in ten writes", async () => {
    const { journeyWeights } = (await import(`${new URL("journeys.js", import.meta.url)}`)) as {
      journeyWeights: Record<string, number>;
    };
    const counts = { all: 0, write: 0 };
    for (const { tags } of done.requests.filter(({ tags: { name } }) => name !== "asset")) {
      const weight = journeyWeights[tags.journey] ?? 0;
      counts.all += weight;
      if (tags.kind === "write") counts.write += weight;
    }
    expect(counts.write / counts.all).toBeGreaterThan(0.08);
    expect(counts.write / counts.all).toBeLessThan(0.12);
  });

  test("nothing is left behind on the public site", async () => {
    const list = await fetch(`${server.url}/api/v1/workshops?lang=en&limit=50`);
    expect(await list.text()).not.toContain("Load test");
  });

  test("without a sign-in it says what it needs", async () => {
    await expect(run({ SIGN_INS: "/nowhere.json" }, 1)).rejects.toThrow("set ADMIN_EMAIL and ADMIN_PASSWORD");
  });
});

describe("npm run load", () => {
  test("takes the same journeys on the same installation without an error", async () => {
    const file = join(server.dataDir, "load.json");
    const load = fileURLToPath(new URL("../../scripts/load.mjs", import.meta.url));
    const words = [server.url, "--users", "6", "--seconds", "2", "--think", "0-0.05", "--json", file];
    const run = promisify(execFile)(process.execPath, [
      ...[load, ...words, "--sign-ins", join(server.dataDir, "demo-sign-ins.json")],
    ]);
    // How fast this machine is decides between 0 and 1; anything else is a failure.
    const { code, stdout } = await run.then(
      (printed) => ({ ...printed, code: 0 }),
      (error: { code: number; stdout: string }) => error,
    );
    expect([0, 1]).toContain(code);
    expect(stdout).toContain("P95 of reads");
    const { summary } = JSON.parse(readFileSync(file, "utf8")) as {
      summary: { all: { count: number; errors: number }; failedChecks: number };
    };
    expect(summary.all.count).toBeGreaterThan(10);
    expect([summary.all.errors, summary.failedChecks]).toEqual([0, 0]);
  });

  test("a scenario that fails says so by its exit code: nobody can rush for seats where nobody answers", async () => {
    const load = fileURLToPath(new URL("../../scripts/load.mjs", import.meta.url));
    const signIns = join(server.dataDir, "demo-sign-ins.json");
    const run = promisify(execFile)(process.execPath, [load, "http://127.0.0.1:9", "--sign-ins", signIns]);
    await expect(run).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("could not run") });
  });
});

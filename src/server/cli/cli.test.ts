import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startEmbedded } from "../platform/db/embedded.ts";
import { sql } from "../platform/db/sql.ts";
import { jobs } from "../platform/jobs/queue.ts";
import { createLog } from "../platform/logging/log.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { emptyDatabase } from "../testing/test-database.ts";
import type { Finding } from "./doctor/finding.ts";
import { runCommand } from "./run-command.ts";

const dataDir = mkdtempSync(join(tmpdir(), "workshopsai-cli-"));
let site: TestApp;
beforeAll(async () => {
  site = await testApp();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await site.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Types a command where the environment is what is given, and nothing else of ours. */
async function type(words: string, env: Record<string, string> = {}) {
  vi.unstubAllEnvs();
  const all = { DATABASE_URL: site.url, DATA_DIR: dataDir, PORT: "1", ...env };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  let said = "";
  const hear = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write").mockImplementation(hear));
  try {
    return { code: await runCommand(words.split(" ").filter(Boolean)), said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test("without a command, and for each command, it says what there is", async () => {
  const { code, said } = await type("--help");
  expect(code).toBe(0);
  const names = [...said.matchAll(/^ {2}([a-z-]+)/gm)].map((match) => match[1]);
  expect(names).toContain("doctor");
  for (const name of names) expect(await type(`${name} --help`)).toMatchObject({ code: 0 });
  expect(await type("docter")).toMatchObject({ code: 2, said: expect.stringContaining("no command docter") });
  expect(await type("backup --too x")).toMatchObject({ code: 2, said: expect.stringContaining("Usage: npm run cli") });
  expect(await type("restore")).toMatchObject({ code: 2, said: "Usage: npm run cli -- restore FILE | NAME\n" });
});

describe("the doctor", () => {
  const subjects = (said: string) =>
    Object.fromEntries(
      (JSON.parse(said) as { subject: string; status: string }[]).map(({ subject, status }) => [subject, status]),
    );

  test("finds nothing to be mended in a new installation, and says what to do next", async () => {
    const { code, said } = await type("doctor --json");
    expect([code, subjects(said)]).toMatchObject([
      0,
      ...[{ node: "ok", storage: "ok", database: "ok", clock: "ok", migrations: "ok", extensions: "ok", jobs: "ok" }],
    ]);
    expect(subjects(said)).toMatchObject({ backup: "warn", administrator: "warn", site: "warn" });
    const { said: words } = await type("doctor");
    expect(words).toMatch(/What to do:[\s\S]*npm run cli -- create-admin/);
  });

  test("fails with a database that is not there, one that is not migrated, and mail that nobody takes", async () => {
    const away = await type("doctor", { DATABASE_URL: "postgresql://app@127.0.0.1:1/x" });
    expect(away).toMatchObject({ code: 1, said: expect.stringContaining("start the database server") });
    const empty = await emptyDatabase();
    const old = await type("doctor", { DATABASE_URL: empty.url });
    expect(old).toMatchObject({ code: 1, said: expect.stringMatching(/FAIL +migrations +\d+ are not applied/) });
    await empty.close();
    const mute = await type("doctor", { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "a@example.org" });
    expect(mute).toMatchObject({ code: 1, said: expect.stringMatching(/FAIL +mail +connect ECONNREFUSED/) });
  });

  test("says what is wrong with a data folder that cannot be made, of a database of its own too", async () => {
    const APP_SECRET = "a secret that is only for this test, nothing else";
    for (const DATABASE_URL of [site.url, ""]) {
      const { code, said } = await type("doctor --json", { DATABASE_URL, DATA_DIR: "/dev/null/data", APP_SECRET });
      expect([code, subjects(said)]).toMatchObject([1, { storage: "fail", disk: "fail" }]);
    }
  });

  test("tells programs the same as people: each subject with what it says, a remedy where something is to be done", async () => {
    const { said } = await type("doctor --json");
    const findings = JSON.parse(said) as Finding[];
    for (const { status, remedy } of findings) expect(remedy === undefined).toBe(status === "ok");
    const words = (await type("doctor")).said;
    const rows = [...words.matchAll(/^(ok|WARN|FAIL) +(\S+)/gm)].map(([, status = "", subject]) => [
      status.toLowerCase(),
      subject,
    ]);
    expect(rows).toEqual(findings.map(({ status, subject }) => [status, subject]));
    for (const { subject, remedy } of findings) if (remedy) expect(words).toContain(`- ${subject}: ${remedy}`);
  });

  test("sees settings that do not fit together", async () => {
    const { said } = await type("doctor", {
      ...{ NODE_ENV: "production", PUBLIC_URL: "http://workshops.example.org", BACKUP_URL: "file:///mnt/x" },
      APP_SECRET: "a secret that is only for this test, nothing else",
    });
    for (const remedy of ["https://…", "set SMTP_URL", "set BACKUP_KEY"]) expect(said).toContain(remedy);
  });
});

test("a job that gave up is shown with its reason, and runs again when told to", async () => {
  await jobs.add(site.db, { name: "mail.deliver", payload: {} });
  await site.db.run(sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'refused'`);
  const shown = await type("jobs failed");
  expect(shown).toMatchObject({ code: 0, said: expect.stringMatching(/mail\.deliver +failed +25\/25 .* refused/) });
  const id = /^(\d+) +mail/m.exec(shown.said)?.[1] ?? "";
  expect(await type(`jobs retry ${id}`)).toMatchObject({ code: 0 });
  expect((await type("jobs failed --json")).said).toContain('"items": []');
  expect(await type("jobs retry 999999")).toMatchObject({ code: 1, said: "not_found\n" });
});

test("a cache that is cleared here is cleared in the processes that run", async () => {
  const drops: unknown[] = [];
  const end = site.app.cache.onInvalidated((tags) => drops.push(tags));
  await type("cache clear --tag workshop:x");
  await type("cache clear");
  while (drops.length < 2) await new Promise((resolve) => setImmediate(resolve));
  end();
  expect(drops).toEqual([["workshop:x"], "all"]);
});

test("how the cache is used is asked with the token where there is one", async () => {
  const figures = (await site.anonymous.request({ url: "/metrics" })).text;
  const elsewhere = createServer(({ headers }, response) => {
    response.writeHead(headers.authorization === "Bearer a-token-of-16-letters" ? 200 : 401);
    response.end(figures);
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const PORT = String((elsewhere.address() as AddressInfo).port);
  expect(await type("cache stats", { PORT })).toMatchObject({
    code: 1,
    said: expect.stringContaining("METRICS_TOKEN"),
  });
  const { code, said } = await type("cache", { PORT, METRICS_TOKEN: "a-token-of-16-letters" });
  expect([code, said]).toEqual([0, expect.stringMatching(/^workshopsai_cache\S+ +\d/m)]);
  await new Promise((resolve) => elsewhere.close(resolve));
});

test("the level of the log changes in the processes that run, for as long as was asked, and back again", async () => {
  const log = createLog({ level: "warn", isPretty: false, destination: { write: () => undefined } });
  const running = await testApp({ databaseUrl: site.url, log, startsAt: new Date().toISOString() });
  await running.app.stay();
  const level = (wanted: string) => vi.waitFor(() => expect(log.level).toBe(wanted), { timeout: 10_000 });
  const { code, said } = await type("log-level debug --minutes 5");
  expect([code, said]).toEqual([0, expect.stringMatching(/^debug until 20\S+Z\.\n$/)]);
  await level("debug");
  const { level: shown, until } = JSON.parse((await type("log-level --json")).said);
  expect([shown, Date.parse(until) - Date.now() <= 5 * 60_000]).toEqual(["debug", true]);
  expect(await type("log-level reset")).toEqual({ code: 0, said: "Each process logs what its LOG_LEVEL says.\n" });
  await level("warn");
  for (const wrong of ["loud", "silent", "debug --minutes 0", "debug --minutes 241", "reset --minutes 5"]) {
    expect(await type(`log-level ${wrong}`)).toMatchObject({ code: 2, said: expect.stringContaining("Usage: ") });
  }
  await running.close();
});

test("maintenance begins and ends for the processes that run", async () => {
  expect(await type("maintenance on --message Soon")).toMatchObject({
    code: 0,
    said: expect.stringContaining("On since"),
  });
  expect(await site.app.maintenance.state()).toMatchObject({ notice: "Soon" });
  expect((await type("doctor")).said).toContain("npm run cli -- maintenance off");
  expect(await type("maintenance off")).toMatchObject({ code: 0, said: "Off.\n" });
  expect(await type("maintenance perhaps")).toMatchObject({ code: 2 });
});

test("the demo goes into an empty installation, into no other, and out again", async () => {
  const empty = await emptyDatabase();
  const added = await type("demo add", { DATABASE_URL: empty.url });
  expect(added).toMatchObject({ code: 0, said: expect.stringMatching(/^admin +\S+@\S+ +\S+$/m) });
  const again = await type("demo add", { DATABASE_URL: empty.url });
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining("there are people already") });
  const removed = await type("demo remove", { DATABASE_URL: empty.url });
  expect(removed).toMatchObject({ code: 0, said: expect.stringContaining("125 people, 12 workshops") });
  expect(readdirSync(dataDir)).not.toContain("demo-sign-ins.json");
  await empty.close();
}, 60_000);

test("statistics, indexes and slow queries answer in words and for programs", async () => {
  for (const words of ["statistics refresh", "indexes", "slow-queries"]) {
    expect(await type(words)).toMatchObject({ code: 0 });
    expect(JSON.parse((await type(`${words} --json`)).said)).toBeTypeOf("object");
  }
});

test("a backup is made, listed, checked again, and restored into an empty database", async () => {
  const target = await emptyDatabase();
  await target.db.close();
  const made = await type("backup");
  expect(made).toMatchObject({
    code: 0,
    said: expect.stringContaining("restored into a scratch database and counted"),
  });
  const [file = ""] = made.said.split("\n");
  expect(await type("backups")).toMatchObject({ code: 0, said: expect.stringContaining("checked 20") });
  expect(await type("backups verify")).toMatchObject({ code: 0, said: expect.stringContaining("every row is there") });
  expect(await type(`restore ${file}`)).toMatchObject({
    code: 1,
    said: expect.stringContaining("in use by the product"),
  });
  const unproven = `${basename(file).replace(/\d{3}Z/, "999Z")}.unproven`;
  copyFileSync(file, join(dirname(file), unproven));
  expect((await type("backups")).said).toMatch(new RegExp(`^${unproven} .*DID NOT PASS ITS CHECK$`, "m"));
  for (const given of [unproven, join(dirname(file), unproven)]) {
    const doubted = await type(`restore ${given}`, { DATABASE_URL: target.url });
    expect(doubted).toMatchObject({ code: 1, said: expect.stringContaining("did not pass its check. Take another") });
  }
  expect((await type("backups verify")).said).toContain(`${basename(file)} was restored`);
  const restored = await type(`restore ${basename(file)}`, { DATABASE_URL: target.url });
  expect(restored).toMatchObject({ code: 0, said: expect.stringMatching(/^Restored as of 20.*1 files/) });
}, 120_000);

test("with the built-in database it works beside the running product and without it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-cli-"));
  const alone = { DATABASE_URL: "", DATA_DIR: folder };
  const stopped = await type("migrate", alone);
  expect(stopped).toMatchObject({ code: 0, said: expect.stringContaining("Applied 0001") });
  expect(readdirSync(folder)).not.toContain("owner.pid");
  const product = await startEmbedded({ dataDir: folder, durable: false });
  try {
    expect(await type("migrate", alone)).toMatchObject({ code: 0, said: "The database is up to date.\n" });
    const refused = await type("restore nothing", alone);
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("is in use by process") });
    process.kill(product.pid, 0);
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

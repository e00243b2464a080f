import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connectOnce } from "../../src/server/platform/db/connect-once.ts";
import { visitEmbedded } from "../../src/server/platform/db/visit-embedded.ts";
import { freePort } from "../../src/server/testing/free-port.ts";
import { startRedis, type TestRedis } from "../../src/server/testing/redis.ts";
import { hasService } from "../../src/server/testing/services.ts";
import { type Server, startServer } from "../e2e/server.ts";
import { readRunbook } from "./runbook.ts";
import { mountSmallDisk } from "./small-disk.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 200_000 });

const cli = fileURLToPath(new URL("../../dist/server/cli.cjs", import.meta.url));
const sections = readRunbook();
const hasRedis = hasService("redis");
const followed = new Set<string>();

const folder = mkdtempSync(join(tmpdir(), "workshopsai-drill-"));
const disk = mountSmallDisk(folder);
/** Sections that this machine cannot drill. */
const left = new Set(disk ? [] : ["The disk is full"]);
const dataDir = join(folder, "data");
const backups = join(folder, "backups");
let smtpPort: number;
let redis: TestRedis | undefined;
let server: Server;
let settings: Record<string, string>;
beforeAll(async () => {
  mkdirSync(dataDir);
  smtpPort = await freePort();
  if (hasRedis) redis = await startRedis();
  else left.add("Redis is away");
  settings = {
    ...(redis ? { REDIS_URL: redis.url } : {}),
    SLOW_REQUEST_MS: "1000",
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: "drill@localhost",
    BACKUP_URL: `file://${backups}`,
  };
  server = await startServer({ dataDir, settings });
});
afterAll(async () => {
  await server?.stop();
  await redis?.stop();
  disk?.unmount();
  rmSync(folder, { recursive: true, force: true });
});

/** The commands of a section, to be typed one after the other; a drill has to type all of them. */
function commandsOf(title: string): string[] {
  const section = sections.find((each) => each.title === title);
  if (!section) throw new Error(`first aid has no section “${title}”`);
  followed.add(title);
  return section.commands;
}

/** Types a line of the runbook, in a shell whose settings are those of the installation. */
function type(line: string): Promise<string> {
  const [program, ...words] = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ""));
  if (program !== "npm" || words[0] !== "run" || words[1] !== "cli" || words[2] !== "--") {
    throw new Error(`the drill cannot type: ${line}`);
  }
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, DATA_DIR: dataDir, PORT: new URL(server.url).port, ...settings };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, ...words.slice(3)], { cwd: folder, env }, (error, said, complaint) =>
      error ? reject(new Error(`${line}: ${complaint}${said}`)) : resolve(said),
    );
  });
}

/** Answers how many rows it was about. */
async function byHand(statement: string): Promise<number> {
  const { url, end } = await visitEmbedded({ dataDir });
  const client = await connectOnce(url);
  try {
    return (await client.query(statement)).rowCount ?? 0;
  } finally {
    await client.end();
    await end();
  }
}

const send = (method: string, path: string, body: object) =>
  fetch(server.url + path, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } });
/** To whom letters are due. */
const registered: string[] = [];
async function register(email: string): Promise<Response> {
  const person = { name: "Ola", email, password: "seven green bicycles", language: "en" };
  const answer = await send("POST", "/api/v1/account/register", person);
  if (answer.ok) registered.push(email);
  return answer;
}
const textOf = async (path: string) => (await fetch(server.url + path)).text();

test("pages show something old", async () => {
  const list = "/api/v1/workshops?lang=en&limit=50";
  expect(await textOf(list)).not.toContain("Renamed by hand");
  await byHand(`update tags set name = name || '{"en": "Renamed by hand"}' where code in ('team', 'communication')`);
  expect(await textOf(list)).not.toContain("Renamed by hand");
  for (const line of commandsOf("Pages show something old")) await type(line);
  await expect.poll(() => textOf(list)).toContain("Renamed by hand");
});

test("the database is slow", async () => {
  await byHand("create index drill_reads_nothing on enrollments (created_at)");
  const said: string[] = [];
  for (const line of commandsOf("The database is slow")) said.push(await type(line));
  expect(said[0]).toMatch(/select/i);
  expect(said[1]).toContain("drill_reads_nothing");
  expect(said).toHaveLength(3);
});

/** A list that nobody has asked for before. */
let lists = 1;
const askAnew = () => fetch(`${server.url}/api/v1/workshops?lang=en&limit=${lists++}`);

test("answers are slow", async () => {
  const asAdmin = await send("POST", "/api/v1/account/sign-in", server.signIn("admin"));
  const cookie = asAdmin.headers.get("set-cookie")?.split(";")[0] ?? "";
  const slowOnes = async () => {
    const answer = await fetch(`${server.url}/api/v1/studio/operations/requests`, { headers: { cookie } });
    const { items } = (await answer.json()) as { items: { url: string }[] };
    return items.filter(({ url }) => url.startsWith("/api/v1/workshops"));
  };
  const before = (await slowOnes()).length;
  const hold = byHand("begin; lock table workshops in access exclusive mode; select pg_sleep(3); commit");
  await expect
    .poll(async () => (await askAnew()).ok && (await slowOnes()).length > before, { timeout: 20_000 })
    .toBe(true);
  await hold;
  const said: string[] = [];
  for (const line of commandsOf("Answers are slow")) said.push(await type(line));
  expect(said[0]).toMatch(/^workshopsai_cache_lookups_total\S* +\d/m);
  expect(said[1]).toMatch(/select/i);
});

test.skipIf(!hasRedis)("Redis is away, and comes back", async () => {
  const [stats = ""] = commandsOf("Redis is away");
  const openIn = (figures: string) => /^workshopsai_redis_open_circuits +(\d)/m.exec(figures)?.[1];
  const goesOn = async () => {
    expect((await askAnew()).status).toBe(200);
    return openIn(await textOf("/metrics"));
  };
  expect(openIn(await type(stats))).toBe("0");
  await redis?.kill();
  await expect.poll(goesOn, { timeout: 40_000 }).toBe("1");
  expect(openIn(await type(stats))).toBe("1");
  await redis?.start();
  await expect.poll(goesOn, { timeout: 40_000 }).toBe("0");
  expect(openIn(await type(stats))).toBe("0");
});

test.skipIf(!disk)("the disk is full", async () => {
  const [look = ""] = commandsOf("The disk is full");
  const letters = join(dataDir, "mail");
  mkdirSync(letters, { recursive: true });
  const filler = join(letters, "filler");
  disk?.fillWith(filler);
  await expect(type(look)).rejects.toThrow(/FAIL +disk +[0-4]\.\d MB free/);
  expect((await fetch(`${server.url}/en/workshops`)).status).toBe(200);
  rmSync(filler);
  const said = await type(look).catch((error: Error) => error.message);
  expect(said).not.toMatch(/FAIL +disk/);
  expect((await register("drill-disk@example.org")).ok).toBe(true);
});

test("jobs have failed", async () => {
  expect((await register("drill-jobs@example.org")).ok).toBe(true);
  const [list = ""] = commandsOf("Jobs stand still or have failed");
  const giveUp = () =>
    byHand("update graphile_worker._private_jobs set attempts = max_attempts where last_error is not null");
  await expect.poll(giveUp, { timeout: 20_000, interval: 100 }).toBeGreaterThanOrEqual(registered.length);
  const failed = [...(await type(list)).matchAll(/^\s*(\d+)\s.*ECONNREFUSED/gm)].map(([, id]) => id);
  expect(failed.length).toBeGreaterThanOrEqual(registered.length);
  const heard: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      heard.push(...envelope.rcptTo.map(({ address }) => address));
      stream.resume().on("end", () => done());
    },
  });
  await new Promise<void>((resolve) => smtp.listen(smtpPort, "127.0.0.1", resolve));
  try {
    for (const id of failed) await type(`npm run cli -- jobs retry ${id}`);
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(expect.arrayContaining(registered));
  } finally {
    await new Promise<void>((resolve) => smtp.close(resolve));
  }
});

test("errors: nothing can be changed meanwhile, everything can be read", async () => {
  const [on = "", off = ""] = commandsOf("Errors");
  await type(on);
  await expect.poll(async () => (await register("drill-held@example.org")).status).toBe(503);
  expect(await (await register("drill-held@example.org")).text()).toContain("Back at 15:00");
  expect((await fetch(`${server.url}/en/workshops`)).status).toBe(200);
  await type(off);
  await expect.poll(async () => (await register("drill-held@example.org")).ok).toBe(true);
});

test("the backup is old, then the data folder is gone", async () => {
  const [make = "", list = ""] = commandsOf("The backup is old");
  expect(await type(make)).toContain("restored into a scratch database");
  const [file = ""] = readdirSync(backups);
  expect(await type(list)).toContain(file);
  const signIn = server.signIn("participant");
  await server.kill();
  renameSync(dataDir, join(folder, "data-wrecked"));
  const [restore = "", start] = commandsOf("The data folder is gone");
  await type(restore.replace("FILE", join(backups, file)));
  expect(start).toBe("npm start");
  server = await startServer({ dataDir, settings });
  expect(existsSync(join(dataDir, "secret"))).toBe(true);
  expect((await send("POST", "/api/v1/account/sign-in", signIn)).status).toBe(200);
  expect((await register("drill-jobs@example.org")).ok).toBe(true);
  expect(await textOf("/api/v1/workshops?lang=en&limit=50")).toContain("Renamed by hand");
});

test("every section that says so was followed", () => {
  const marked = sections.filter(({ isDrilled }) => isDrilled).map(({ title }) => title);
  expect([...followed, ...left].sort()).toEqual(marked.sort());
});

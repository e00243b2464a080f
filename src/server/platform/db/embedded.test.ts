import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createDatabase } from "./database.ts";
import { isAlive } from "./embedded/folder-lock.ts";
import { type EmbeddedPostgres, startEmbedded } from "./embedded.ts";
import { sql } from "./sql.ts";

vi.setConfig({ testTimeout: 60_000 });

let dataDir: string;
let servers: EmbeddedPostgres[];
let owners: ChildProcess[];
// One folder for all: making one takes most of a start.
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "embedded-"));
});
beforeEach(() => {
  servers = [];
  owners = [];
});
afterEach(async () => {
  for (const owner of owners) owner.kill("SIGKILL");
  for (const server of servers) await server.stop();
});
afterAll(() => rmSync(dataDir, { recursive: true }));

async function start(report: (event: unknown) => void = () => undefined): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dataDir, report });
  servers.push(server);
  return server;
}

async function on<T>(url: string, work: (db: ReturnType<typeof createDatabase>) => Promise<T>): Promise<T> {
  const db = createDatabase({ url, lanes: 0, report: () => undefined });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const writeRow = (url: string, id: number) =>
  on(url, async (db) => {
    await db.run(sql`drop table if exists kept`);
    await db.run(sql`create table kept (id int)`);
    await db.run(sql`insert into kept values (${id})`);
  });
const readRows = (url: string) =>
  on(url, async (db) => (await db.many<{ id: number }>(sql`select id from kept order by id`)).map((row) => row.id));

test("starts on an empty folder, speaks Unicode, forces writes to the disk, and stops without a trace", async () => {
  const server = await start();
  const facts = await on(server.url, (db) =>
    db.one(sql`select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as addresses,
      lower('ŁÓDŹ') as lower, (select string_agg(w, ' ' order by w collate "pl-x-icu") from unnest(array['m','ł','l']) w) as sorted`),
  );
  expect(facts).toEqual({ encoding: "UTF8", fsync: "on", commit: "on", addresses: "", lower: "łódź", sorted: "l ł m" });
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
});

test("keeps every committed row through kill -9 of the server, and starts it again by itself", async () => {
  const events: unknown[] = [];
  const server = await start((event) => events.push(event));
  await writeRow(server.url, 1);
  const killed = server.pid;
  process.kill(killed, "SIGKILL");
  await expect.poll(() => server.pid, { timeout: 20_000 }).not.toBe(killed);
  await expect.poll(() => events.length).toBe(1);
  expect(await readRows(server.url)).toEqual([1]);
});

test("keeps every committed row when the server was killed and then everything starts anew", async () => {
  const first = await start();
  await writeRow(first.url, 1);
  process.kill(first.pid, "SIGKILL");
  await first.stop();
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await readRows(second.url)).toEqual([1]);
});

test("a folder in use is refused with the owner's pid", async () => {
  await start();
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    `the data folder ${dataDir} is in use by process ${process.pid}: stop it, or set another DATA_DIR`,
  );
});

test("a lock left by a dead process, or by another one with the same pid, is taken over", async () => {
  writeFileSync(join(dataDir, "owner.pid"), "2147483646 1");
  await (await start()).stop();
  writeFileSync(join(dataDir, "owner.pid"), `${process.pid} 1`);
  await start();
  expect(readFileSync(join(dataDir, "owner.pid"), "utf8")).toMatch(new RegExp(`^${process.pid} `));
});

test("a server whose owner was killed is adopted with everything it committed", async () => {
  const owner = await startInOtherProcess();
  await writeRow(owner.url, 7);
  await expect(startEmbedded({ dataDir })).rejects.toThrow(`in use by process ${owner.process.pid}`);
  owner.process.kill("SIGKILL");
  await new Promise((resolve) => owner.process.once("exit", resolve));
  expect(isAlive(owner.serverPid)).toBe(true);

  const server = await start();
  expect(server).toMatchObject({ adopted: true, pid: owner.serverPid, url: owner.url });
  expect(await readRows(server.url)).toEqual([7]);
  await server.stop();
  expect(isAlive(owner.serverPid)).toBe(false);
});

test("the server's own reason is given in one line", async () => {
  await (await start()).stop();
  const configuration = join(dataDir, "postgres", "postgresql.auto.conf");
  writeFileSync(configuration, "port = many\n");
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    /^the built-in PostgreSQL did not start: [^\n]+\(see [^\n]+\)$/,
  );
  writeFileSync(configuration, "");
});

/** An owner in a process of its own, so that it can be killed. Vite loads the TypeScript there. */
async function startInOtherProcess(): Promise<{ process: ChildProcess; url: string; serverPid: number }> {
  const script = `
    import { createServer } from "vite";
    const vite = await createServer({
      configFile: false,
      cacheDir: ${JSON.stringify(join(dataDir, "vite"))},
      logLevel: "silent",
      appType: "custom",
      optimizeDeps: { noDiscovery: true, include: [] },
      server: { middlewareMode: true, ws: false, watch: null },
    });
    const { startEmbedded } = await vite.ssrLoadModule(${JSON.stringify(join(import.meta.dirname, "embedded.ts"))});
    const { url, pid } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(JSON.stringify({ url, pid }));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  owners.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data: Buffer) => resolve(data.toString("utf8")));
    child.once("exit", (code) => reject(new Error(`the owner ended with ${code}`)));
  });
  const { url, pid } = JSON.parse(line) as { url: string; pid: number };
  return { process: child, url, serverPid: pid };
}

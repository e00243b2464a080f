import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { stillRunning } from "./processes.ts";
import { type Server, type ServerOptions, type SignIn, startServer } from "./server.ts";

vi.setConfig({ testTimeout: 120_000 });

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-restart-"));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function cookieOf({ url }: Server, { email, password }: SignIn): Promise<string> {
  const answer = await sendJson(`${url}/api/v1/account/sign-in`, { method: "POST", body: { email, password } });
  expect(answer.status).toBe(200);
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

function sendJson(url: string, { method, body, cookie = "" }: { method: string; body: object; cookie?: string }) {
  return fetch(url, { method, body: JSON.stringify(body), headers: { "content-type": "application/json", cookie } });
}

async function nameOf({ url }: Server, cookie: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/me/profile`, { headers: { cookie } });
  return ((await answer.json()) as { name: string }).name;
}

/** Changes the name again and again until the server is gone; answers the last number that was acknowledged. */
async function writeUntilKilled({ url }: Server, cookie: string, report: (n: number) => void): Promise<number> {
  let acknowledged = 0;
  for (let n = 1; ; n++) {
    const answer = await sendJson(`${url}/api/v1/me/profile`, {
      method: "PATCH",
      body: { name: `Nela ${n}` },
      cookie,
    }).catch(() => undefined);
    if (!answer?.ok) return acknowledged;
    acknowledged = n;
    report(n);
  }
}

test("what was acknowledged is there after Node and PostgreSQL were killed in the midst of writing; then Node alone", async () => {
  const dataDir = newFolder();
  const first = await startServer({ dataDir });
  const participant = first.signIn("participant");
  const cookie = await cookieOf(first, participant);
  let written = 0;
  const writing = writeUntilKilled(first, cookie, (n) => {
    written = n;
  });
  while (written < 20) await delay(5);
  await first.kill();
  const acknowledged = await writing;
  expect(acknowledged).toBeGreaterThanOrEqual(20);

  const second = await startServer({ dataDir });
  // The write that was under way may have been kept without its answer arriving.
  expect([`Nela ${acknowledged}`, `Nela ${acknowledged + 1}`]).toContain(await nameOf(second, cookie));
  expect(second.signIn("participant")).toEqual(participant);
  await isTakenOver(second, { dataDir });
});

test("a start after the first of several processes was killed takes PostgreSQL over, and Ctrl-C leaves none behind", async () => {
  const started = { dataDir: newFolder(), settings: { WEB_CONCURRENCY: "3" } };
  await isTakenOver(await startServer(started), started);
});

/** A start after the first process alone was killed takes PostgreSQL over, and Ctrl-C leaves no process behind. */
async function isTakenOver(first: Server, started: ServerOptions): Promise<void> {
  const cookie = await cookieOf(first, first.signIn("editor"));
  await sendJson(`${first.url}/api/v1/me/profile`, { method: "PATCH", body: { name: "Malwina D." }, cookie });
  const postgres = first.processes().filter((pid) => pid !== first.pid);
  expect(postgres.length).toBeGreaterThan(1);
  process.kill(first.pid, "SIGKILL");
  while (stillRunning([first.pid]).length > 0) await delay(10);

  const second = await startServer(started);
  expect(second.processes()).toEqual(expect.arrayContaining(stillRunning(postgres).slice(0, 1)));
  expect(await nameOf(second, cookie)).toBe("Malwina D.");
  const everything = second.processes();
  expect(everything.length).toBeGreaterThan(2);
  expect(await second.stop("SIGINT")).toBe(0);
  expect(stillRunning([...everything, ...postgres])).toEqual([]);
}

import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { StartupError } from "../../config/startup-error.ts";
import type { Account } from "./account.ts";
import { isAlive } from "./folder-lock.ts";

/** Where a server answers. `host` is the folder of its socket, or an address on Windows. */
export interface Postmaster {
  pid: number;
  host: string;
  port: number;
}

export interface LaunchOptions {
  account: Account;
  dataFolder: string;
  logFile: string;
  /** The folder for the socket; none on Windows. */
  socketFolder: string | undefined;
  flags: string[];
}

const maxLogBytes = 5_000_000;
/** Right after a kill -9 the old server's children and memory may linger. */
const transient = /already exists|pre-existing shared memory|is another postmaster|already in use/;
const retryForMs = 10_000;

/** The server that already runs on the data folder and answers, if any. */
export async function runningPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const found = readPidFile(dataFolder);
  if (found?.status !== "ready" || !isAlive(found.pid)) return undefined;
  return (await answers(found)) ? { pid: found.pid, host: found.host, port: found.port } : undefined;
}

/** Starts the server and waits until it takes connections. @throws {StartupError} with the server's own reason */
export async function launchPostmaster(options: LaunchOptions): Promise<Postmaster> {
  const { dataFolder, logFile, socketFolder } = options;
  const port = socketFolder === undefined ? await freePort() : 5432;
  const host = socketFolder ?? "127.0.0.1";
  if (existsSync(logFile) && statSync(logFile).size > maxLogBytes) renameSync(logFile, `${logFile}.old`);
  const place =
    socketFolder === undefined ? ["-c", `listen_addresses=${host}`] : ["-c", "listen_addresses=", "-k", host];
  const args = ["-D", dataFolder, "-p", String(port), ...place, ...options.flags];
  const deadline = Date.now() + retryForMs;
  for (;;) {
    const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
    const pid = await startOnce(options, args);
    if (pid !== undefined) return { pid, host, port };
    const reason = readFileSync(logFile).subarray(logStart).toString("utf8");
    if (!transient.test(reason) || Date.now() > deadline) {
      throw new StartupError(`the built-in PostgreSQL did not start: ${shortReason(reason)} (see ${logFile})`);
    }
    await delay(100);
  }
}

/** The pid once the server is ready, nothing when it ended instead. Recovery after a crash may take its time. */
async function startOnce({ account, dataFolder, logFile }: LaunchOptions, args: string[]): Promise<number | undefined> {
  const { file, args: line, options } = account.command(account.binaries.postgres, args);
  // A file, not a pipe: the server outlives a killed Node and must not write into nothing.
  const log = openSync(logFile, "a");
  const environment = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  // Detached, so that Ctrl-C in a terminal reaches Node alone, which then stops the server in order.
  const child = spawn(file, line, { ...options, env: environment, stdio: ["ignore", log, log], detached: true });
  closeSync(log);
  let hasEnded = false;
  child.once("exit", () => {
    hasEnded = true;
  });
  child.once("error", () => {
    hasEnded = true;
  });
  while (!hasEnded) {
    const found = readPidFile(dataFolder);
    if (found?.pid === child.pid && (found?.status === "ready" || found?.status === "standby")) {
      child.unref();
      return child.pid;
    }
    await delay(10);
  }
  return undefined;
}

/** `postmaster.pid`, line by line: pid, folder, start, port, socket folder, address, memory, status. */
function readPidFile(dataFolder: string): (Postmaster & { status: string }) | undefined {
  const path = join(dataFolder, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const [pid, , , port, socketFolder, address, , status = ""] = readFileSync(path, "utf8").split("\n");
  return { pid: Number(pid), port: Number(port), host: socketFolder || address || "", status: status.trim() };
}

/** What went wrong, from the server's log, in one line. */
export function shortReason(log: string): string {
  const lines = log.split("\n").filter((line) => line.trim() !== "");
  const fatal = lines.filter((line) => /(FATAL|PANIC|error):/.test(line)).at(-1) ?? lines.at(-1);
  return fatal?.replace(/^.*?(FATAL|PANIC|error):\s*/, "").trim() ?? "it ended without a word";
}

function answers({ host, port }: Postmaster): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = host.startsWith("/") ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

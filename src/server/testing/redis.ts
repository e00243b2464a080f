import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import { programOf } from "./services.ts";

export interface TestRedis {
  url: string;
  port: number;
  /** Whether the server's process lives. */
  isRunning(): boolean;
  /** Starts it again on the same port, with nothing in it unless it saved to its folder. */
  start(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** Sends one command in the words of a terminal, such as `flushall`, and gives the answer as it came. */
  command(...words: string[]): Promise<string>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** A real Redis on a free port of the loopback, in a folder of its own. `settings` are pairs as on its command line. */
export async function startRedis(settings: string[] = []): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-redis-"));
  const port = await freePort();
  const defaults = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--daemonize", "no"];
  let server: ChildProcess | undefined;
  const isRunning = () => server !== undefined && server.exitCode === null && server.signalCode === null;
  const command = (...words: string[]) => sendCommand(port, words);

  async function start(): Promise<void> {
    server = spawn(programOf("redis"), [...defaults, ...settings], { stdio: "ignore", cwd: folder });
    for (let attempt = 0; attempt < 500; attempt++) {
      if ((await command("ping").catch(() => "")).startsWith("+PONG")) return;
      if (!isRunning()) throw new Error("redis-server ended at its start");
      await delay(20);
    }
    throw new Error("redis-server did not answer");
  }

  async function kill(): Promise<void> {
    if (!server || !isRunning()) return;
    const exit = once(server, "exit");
    server.kill("SIGKILL");
    await exit;
  }

  const stop = async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  };
  await start();
  return { url: `redis://127.0.0.1:${port}`, port, isRunning, start, kill, command, stop };
}

/** To any Redis or Sentinel of the loopback; on a connection of its own, so that it works whatever the code under test does to its own. */
export async function sendCommand(port: number, words: string[]): Promise<string> {
  const socket = createConnection({ host: "127.0.0.1", port });
  try {
    await once(socket, "connect");
    const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
    socket.write(`*${words.length}\r\n${parts.join("")}`);
    let answer = "";
    for await (const chunk of socket) {
      answer += String(chunk);
      if (isWhole(answer)) return answer;
    }
    throw new Error("redis-server closed the connection");
  } finally {
    socket.destroy();
  }
}

/** A line, or a text of the length that its first line tells; lists are not needed. */
function isWhole(answer: string): boolean {
  const end = answer.indexOf("\r\n");
  if (end < 0) return false;
  if (!answer.startsWith("$") || answer.startsWith("$-1")) return true;
  return Buffer.byteLength(answer) >= end + 2 + Number(answer.slice(1, end)) + 2;
}

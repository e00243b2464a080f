import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

const readyWithinMs = 60_000;
const tickSeconds = 1 / 100;

/**
 * Starts the built product and waits until it is ready. `milliseconds` is the time from the start to then. With
 * `watchesLoop`, `loopDelay()` gives how late its event loop was since the last time one asked.
 */
export async function startApp(environment, { watchesLoop = false } = {}) {
  const port = await freePort();
  const watch = watchesLoop ? ["--import", new URL("watch-loop.mjs", import.meta.url).href] : [];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...watch, "dist/server/main.cjs"], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(port), ...environment },
    // Its log is written, to where nobody reads it.
    stdio: ["ignore", "ignore", "inherit", ...(watchesLoop ? ["ipc"] : [])],
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(`${url}/ready`))) {
    if (child.exitCode !== null) throw new Error("the product ended instead of becoming ready");
    if (performance.now() - startedAt > readyWithinMs) {
      child.kill("SIGTERM");
      throw new Error("the product did not become ready within a minute");
    }
    await delay(5);
  }
  const milliseconds = performance.now() - startedAt;
  const loopDelay = async () => {
    child.send("loop delay");
    return (await once(child, "message"))[0];
  };
  return { url, pid: child.pid, milliseconds, loopDelay, stop: () => stop(child, "SIGTERM") };
}

/** Starts the bare server with the answer that the product gave. */
export async function startBare(answer) {
  const child = fork(new URL("bare-server.mjs", import.meta.url));
  child.send(answer);
  const [{ port }] = await once(child, "message");
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, stop: () => stop(child, "SIGTERM") };
}

/** Runs a script that takes one order and answers with one result. */
export async function ask(script, order) {
  const child = fork(new URL(script, import.meta.url));
  child.send(order);
  const [result] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`${script} ended with ${code}`))),
  ]);
  return result;
}

export async function stop(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

/** Seconds of processor time that a process has used; undefined where the system does not tell. */
export function cpuSeconds(pid) {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return undefined;
  const stat = readFileSync(path, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickSeconds;
}

/** Megabytes of memory that a process holds; undefined where the system does not tell. */
export function residentMegabytes(pid) {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(path, "utf8"))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** The processes that a process has started itself. */
export function childrenOf(pid) {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, "utf8").split(" ").filter(Boolean).map(Number) : [];
}

function isReady(url) {
  return new Promise((resolve) => {
    get(url, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).once("error", () => resolve(false));
  });
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

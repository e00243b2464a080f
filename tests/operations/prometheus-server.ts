import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../../src/server/testing/free-port.ts";
import { programOf } from "../../src/server/testing/services.ts";

export interface Rule {
  type: "recording" | "alerting";
  name: string;
  query: string;
  health: string;
  lastError?: string;
}

/** A real Prometheus on the loopback. */
export interface PrometheusServer {
  /** What its API answers. @throws {Error} when it answers with an error */
  api<T>(path: string, parameters?: Record<string, string>): Promise<T>;
  /** Those of the expressions that return nothing, or are none. */
  lacking(expressions: readonly string[]): Promise<string[]>;
  rules(): Promise<Rule[]>;
  stop(): Promise<void>;
}

/** Starts it with the files in `ops/prometheus`, every second instead of every fifteen, on the product at the port. */
export async function startPrometheus(files: string, productPort: number): Promise<PrometheusServer> {
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-prometheus-"));
  cpSync(files, folder, { recursive: true });
  const config = join(folder, "prometheus.yml");
  const text = readFileSync(config, "utf8")
    .replaceAll("15s", "1s")
    .replace("127.0.0.1:3001", `127.0.0.1:${productPort}`);
  writeFileSync(config, text);
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(
    programOf("prometheus"),
    [
      ...[`--config.file=${config}`, `--storage.tsdb.path=${join(folder, "data")}`],
      ...[`--web.listen-address=${new URL(url).host}`, "--enable-feature=exemplar-storage", "--log.level=error"],
    ],
    { stdio: "ignore", cwd: folder },
  );
  const stop = async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...asking(url), stop };
}

function asking(url: string): Omit<PrometheusServer, "stop"> {
  async function api<T>(path: string, parameters: Record<string, string> = {}): Promise<T> {
    const answer = await fetch(`${url}/api/v1/${path}?${new URLSearchParams(parameters)}`);
    const { data, error } = (await answer.json()) as { data: T; error?: string };
    if (error !== undefined) throw new Error(`${JSON.stringify(parameters)}: ${error}`);
    return data;
  }
  return {
    api,
    async lacking(expressions) {
      const found = await Promise.all(
        expressions.map((query) => api<{ result: unknown[] }>("query", { query }).then(({ result }) => result.length)),
      );
      return expressions.filter((_, at) => found[at] === 0);
    },
    rules: async () => (await api<{ groups: { rules: Rule[] }[] }>("rules")).groups.flatMap(({ rules }) => rules),
  };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    if (child.exitCode !== null) throw new Error(`prometheus ended at its start with code ${child.exitCode}`);
    if (
      await fetch(`${url}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await delay(50);
  }
  throw new Error("prometheus was not ready in time");
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

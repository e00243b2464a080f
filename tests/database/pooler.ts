import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { programOf } from "../../src/server/testing/services.ts";
import type { ScratchCluster } from "./scratch-cluster.ts";
import { freePort } from "./start-program.ts";

export interface Pooler {
  url: string;
  stop(): Promise<void>;
}

const readyWithinMs = 10_000;
const nobody = 65534;

/** Debian's PgBouncer in transaction mode before a server on loopback, with few connections to it. */
export async function startPooler(cluster: ScratchCluster, { size = 2 } = {}): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-pooler-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const config = join(folder, "pgbouncer.ini");
  const serverPort = new URL(cluster.url).searchParams.get("port");
  writeFileSync(
    config,
    `[databases]
postgres = host=127.0.0.1 port=${serverPort} user=app
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${size}
server_login_retry = 1
`,
  );
  // It refuses to run as root.
  const account = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const child = spawn(programOf("pgbouncer"), ["-q", config], { ...account, cwd: "/", stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + readyWithinMs;
  while (!(await answers(port))) {
    if (Date.now() > deadline || child.exitCode !== null) {
      await stop();
      throw new Error("PgBouncer did not start");
    }
    await delay(20);
  }
  return { url: `postgresql://app@127.0.0.1:${port}/postgres`, stop };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => socket.destroy());
    socket.once("error", () => resolve(false));
    socket.once("close", (hasFailed) => resolve(!hasFailed));
  });
}

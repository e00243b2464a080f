import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import type { Account } from "../../src/server/platform/db/embedded/account.ts";

/** Runs one of PostgreSQL's programs under the account. @throws {Error} with what it said */
export function runAs(account: Account, program: string, args: string[]): void {
  const { file, args: line, options } = account.command(program, args);
  const made = spawnSync(file, line, { ...options, env: { ...process.env, LC_ALL: "C" }, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`${program} failed: ${made.error?.message ?? made.stderr}`);
}

/** A port of 127.0.0.1 that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

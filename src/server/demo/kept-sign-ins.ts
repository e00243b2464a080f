import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoSignIn } from "./seed-demo.ts";

const fileIn = (dataDir: string) => join(dataDir, "demo-sign-ins.json");

/** Keeps the demo's passwords beside its database, for its owner only, so that every start can show them. */
export function keepSignIns(dataDir: string, signIns: DemoSignIn[]): void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
}

/** The demo's sign-ins; none where there is no demo. */
export function keptSignIns(dataDir: string): DemoSignIn[] {
  return existsSync(fileIn(dataDir)) ? (JSON.parse(readFileSync(fileIn(dataDir), "utf8")) as DemoSignIn[]) : [];
}

/** Once the demo is gone. */
export function forgetSignIns(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

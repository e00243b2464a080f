import { existsSync, readFileSync } from "node:fs";
import { describe } from "vitest";

/** The real servers that a test may start; `npm test` finds or installs them and writes down where they are. */
export type ServiceName = "redis" | "nginx" | "pgbouncer" | "postgresql" | "prometheus" | "tini";

const note = new URL("../../../node_modules/.services.json", import.meta.url);
const programs: Partial<Record<ServiceName, string>> = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : {};

/** The path of a server's program. @throws {Error} when this machine has none */
export function programOf(name: ServiceName): string {
  const program = programs[name];
  if (!program) throw new Error(`no ${name} was found; "npm test" looks for one and says where`);
  return program;
}

/** Whether the server is on this machine, for tests that go without it where it is not. */
export const hasService = (name: ServiceName): boolean => existsSync(programs[name] ?? "");

/** `describe` where the servers are. Where one is missing the tests are skipped, which is said aloud; on CI it fails. */
export function describeWith(...names: ServiceName[]) {
  const missing = names.filter((name) => !hasService(name));
  if (missing.length === 0) return describe;
  const reason = `no ${missing.join(", ")} was found; "npm test" looks for them and says where`;
  if (process.env.CI === "true") throw new Error(`These tests cannot run: ${reason}`);
  console.warn(`Tests are SKIPPED: ${reason}`);
  return describe.skip;
}

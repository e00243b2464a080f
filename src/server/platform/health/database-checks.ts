import type { DatabaseServer } from "../db/db.ts";
import type { Check } from "./health-check.ts";

/** A replica behind this far is left out of the reads. */
const mostAgeMs = 10_000;

/** The primary, without which hardly anything works, and each replica, without which the primary does the work. */
export function databaseChecks(servers: readonly DatabaseServer[]): Check[] {
  return servers.map((server, at) => ({
    name: at === 0 ? "database" : server.name,
    timeoutMs: 5_000,
    everyMs: 10_000,
    whenFailed: at === 0 ? "unhealthy" : "degraded",
    async run() {
      await server.probe();
      if (at === 0) return { status: "healthy" };
      const figures = { ageMs: server.ageMs() };
      if (figures.ageMs <= mostAgeMs) return { status: "healthy", figures };
      return { status: "degraded", reason: `it is ${Math.round(figures.ageMs / 1000)} s behind`, figures };
    },
  }));
}

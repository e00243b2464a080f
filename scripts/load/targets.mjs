import { atMostMs, none } from "./table.mjs";

const memoryLimit = 260;
const hitRateLimit = 0.95;

/** The guide's targets and ours for the profile of journeys. Memory and hit rate only where they can be known. */
export function profileTargets({ all, reads, failedChecks }, { megabytes, hitRate } = {}) {
  const targets = [
    atMostMs("P95 of all, the guide's", 400, all.p95),
    atMostMs("P99 of all, the guide's", 600, all.p99),
    atMostMs("P95 of reads", 25, reads.p95),
    atMostMs("P99 of reads", 60, reads.p99),
    none("errors", all.errors),
    none("failed checks", failedChecks),
  ];
  if (megabytes !== undefined) {
    const holds = megabytes <= memoryLimit;
    targets.push({
      what: "memory of the app",
      limit: `≤ ${memoryLimit} MB`,
      measured: `${Math.round(megabytes)} MB`,
      value: megabytes,
      holds,
    });
  }
  if (hitRate !== undefined) {
    const measured = `${(hitRate * 100).toFixed(1)} %`;
    targets.push({ what: "cache hits", limit: "≥ 95 %", measured, value: hitRate, holds: hitRate >= hitRateLimit });
  }
  return targets;
}

import type { HealthReport, MachineCheck, MachineHealth } from "../../../shared/operations/health.ts";

/** What one process found. */
export interface ProcessHealth extends HealthReport {
  pid: number;
}

const statuses = ["unhealthy", "degraded", "healthy"] as const;
const order = [...statuses, "off"];

/**
 * One report of what several processes found: each check once where they agree, once for each status where they do not,
 * the worst first, with the slowest answer and the newest error.
 */
export function collectHealth(
  reports: readonly ProcessHealth[],
): Pick<MachineHealth, "status" | "processes" | "checks"> {
  const found = new Map<string, MachineCheck>();
  const names = new Set<string>();
  for (const { pid, checks } of reports) {
    for (const check of checks) {
      names.add(check.name);
      const key = `${check.name} ${check.status}`;
      const known = found.get(key);
      found.set(key, known ? merged(known, check, pid) : { ...check, processes: [pid] });
    }
  }
  const checks = [...names].flatMap((name) => order.flatMap((status) => found.get(`${name} ${status}`) ?? []));
  const status = statuses.find((each) => reports.some((report) => report.status === each)) ?? "healthy";
  return { status, processes: reports.map(({ pid }) => pid), checks };
}

function merged(known: MachineCheck, check: HealthReport["checks"][number], pid: number): MachineCheck {
  const [slow, quick] = (check.responseMs ?? 0) > (known.responseMs ?? 0) ? [check, known] : [known, check];
  const errors = [slow.lastError, quick.lastError].filter((error) => error !== null);
  return {
    ...slow,
    // It has been so for as long as it is so anywhere.
    changedAt: [slow.changedAt, quick.changedAt].filter((at) => at !== null).sort()[0] ?? null,
    lastError: errors.sort((one, other) => other.at.localeCompare(one.at))[0] ?? null,
    processes: [...known.processes, pid],
  };
}

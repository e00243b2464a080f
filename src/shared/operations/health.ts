import { z } from "zod";
import { Instant } from "../kernel/instant.ts";

/** `off`: there is nothing to check, because the installation does not use it. */
export const CheckStatus = z.enum(["healthy", "degraded", "unhealthy", "off"]);
export type CheckStatus = z.infer<typeof CheckStatus>;

/** What one check found, and since when it has been so. */
export const HealthCheck = z.object({
  /** A word such as `database`; replicas are numbered: `replica-1`. */
  name: z.string(),
  status: CheckStatus,
  /** How long the last check took, in milliseconds; null before the first. */
  responseMs: z.number().min(0).nullable(),
  checkedAt: Instant.nullable(),
  /** When the status last became another one. */
  changedAt: Instant.nullable(),
  /** What went wrong last, also after it has mended. */
  lastError: z.object({ at: Instant, message: z.string() }).nullable(),
  /** Figures of the check with their units in the name, such as `ageSeconds` or `freeBytes`. */
  figures: z.record(z.string(), z.number()),
});
export type HealthCheck = z.infer<typeof HealthCheck>;

/** Every check of one process; the status is the worst one. */
export const HealthReport = z.object({
  status: z.enum(["healthy", "degraded", "unhealthy"]),
  checks: z.array(HealthCheck),
});
export type HealthReport = z.infer<typeof HealthReport>;

/** A check as several processes found it. */
export const MachineCheck = HealthCheck.extend({
  /** The numbers of the processes that found this status. */
  processes: z.array(z.int()).min(1),
});
export type MachineCheck = z.infer<typeof MachineCheck>;

/** Every check of every process of the machine that answers; the status is the worst one. */
export const MachineHealth = z.object({
  status: HealthReport.shape.status,
  /** Its name in the network. */
  machine: z.string(),
  processes: z.array(z.int()).min(1),
  /** Processes that did not answer in time. */
  missing: z.int().min(0),
  /** Once each where the processes agree, once for each status where they do not. */
  checks: z.array(MachineCheck),
});
export type MachineHealth = z.infer<typeof MachineHealth>;

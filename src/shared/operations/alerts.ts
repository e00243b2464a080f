import { z } from "zod";
import { Id } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";

/** From least to most. */
export const alertSeverities = ["info", "warning", "critical"] as const;
export type AlertSeverity = (typeof alertSeverities)[number];

export const alertStates = ["raised", "acknowledged", "resolved"] as const;
export type AlertState = (typeof alertStates)[number];

/** Something that needs a person. Raised once; later sightings only update it. */
export const Alert = z.object({
  id: Id,
  severity: z.enum(alertSeverities),
  /** The rule that raised it, such as `response_time_p95`. */
  type: z.string(),
  /** What the rule was about, such as the check `replica-1`; null where there is only one. */
  subject: z.string().nullable(),
  /** What is wrong and what to do first, in the reader's language. */
  message: z.string(),
  state: z.enum(alertStates),
  /** What was seen last, and the threshold it crossed, in the unit that the message names; null where a rule has no figure. */
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  raisedAt: Instant,
  updatedAt: Instant,
  sightings: z.int().min(1),
  acknowledgedAt: Instant.nullable(),
  /** The name of who did it; null also when that account is gone. */
  acknowledgedBy: z.string().nullable(),
  resolvedAt: Instant.nullable(),
});
export type Alert = z.infer<typeof Alert>;

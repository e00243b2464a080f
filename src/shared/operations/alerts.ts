import { z } from "zod";
import { Id } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";

export const alertSeverities = ["info", "warning", "critical"] as const;

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
  state: z.enum(["raised", "acknowledged", "resolved"]),
  /** What was seen last, and the threshold it crossed; null where a rule has no figure. */
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  raisedAt: Instant,
  updatedAt: Instant,
  sightings: z.int().min(1),
  acknowledgedAt: Instant.nullable(),
  resolvedAt: Instant.nullable(),
});
export type Alert = z.infer<typeof Alert>;

import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Id } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";
import { pageOf, pageQuery } from "../kernel/page.ts";

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

const tag = "operations";
const path = "/api/v1/studio/operations/alerts";

/** Becomes part of the contract of operations. */
export const alertEndpoints = {
  listAlerts: endpoint({
    id: "listAlerts",
    method: "GET",
    path,
    summary: "What needs a person, or did in the last 90 days, newest first.",
    tag,
    access: "operations.read",
    query: z.strictObject({
      ...pageQuery,
      state: z.enum(alertStates).optional(),
      severity: z.enum(alertSeverities).optional(),
    }),
    response: pageOf(Alert),
  }),
  acknowledgeAlert: endpoint({
    id: "acknowledgeAlert",
    method: "POST",
    path: `${path}/{alertId}/acknowledge`,
    summary: "Says that somebody takes care of it: nobody is reminded any more. It is resolved by itself, when it is.",
    tag,
    access: "operations.act",
    params: z.strictObject({ alertId: Id }),
    response: Alert,
    errors: ["not_found", "invalid_transition"],
  }),
};

import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Id } from "../kernel/id.ts";
import { pageOf, pageQuery } from "../kernel/page.ts";
import { Alert, alertSeverities, alertStates } from "./alerts.ts";

const tag = "operations";
const path = "/api/v1/studio/operations/alerts";

export const alertsContract = {
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

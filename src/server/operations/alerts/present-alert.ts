import type { Language } from "../../../shared/kernel/locale.ts";
import type { Alert } from "../../../shared/operations/alerts.ts";
import { messageOf } from "./messages.ts";
import type { ListedAlert } from "./tables.ts";

/** An alert as the wire carries it, told in the reader's language. */
export function presentAlert(alert: ListedAlert, language: Language): Alert {
  const { id, severity, type, subject, value, threshold, sightings, acknowledgedBy } = alert;
  return {
    ...{ id, severity, type, value, threshold, sightings, acknowledgedBy },
    subject: subject === "" ? null : subject,
    message: messageOf(alert, language),
    state: stateOf(alert),
    raisedAt: alert.raisedAt.toISOString(),
    updatedAt: alert.updatedAt.toISOString(),
    acknowledgedAt: alert.acknowledgedAt?.toISOString() ?? null,
    resolvedAt: alert.resolvedAt?.toISOString() ?? null,
  };
}

function stateOf({ resolvedAt, acknowledgedAt }: ListedAlert): Alert["state"] {
  if (resolvedAt !== null) return "resolved";
  return acknowledgedAt === null ? "raised" : "acknowledged";
}

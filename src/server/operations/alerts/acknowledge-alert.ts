import { AppError } from "../../../shared/kernel/error.ts";
import type { Alert } from "../../../shared/operations/alerts.ts";
import { record } from "../../audit/index.ts";
import { authorise } from "../../platform/authz/actor.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Clock } from "../../platform/time/clock.ts";
import type { Reader } from "./list-alerts.ts";
import { presentAlert } from "./present-alert.ts";
import { lockAlert, setAcknowledged } from "./queries.ts";

/**
 * Says that the actor takes care of an alert; one that somebody acknowledged before stays theirs.
 * @throws {AppError} not_found | invalid_transition for one that is over
 */
export function acknowledgeAlert(
  { db, clock }: { db: Database; clock: Clock },
  { actor, language }: Reader,
  alertId: string,
): Promise<Alert> {
  const { personId, name } = authorise(actor, "operations.act", false);
  return db.transaction(async (tx) => {
    const alert = await lockAlert(tx, alertId);
    if (!alert) throw new AppError("not_found");
    if (alert.resolvedAt !== null) throw new AppError("invalid_transition");
    if (alert.acknowledgedAt !== null) return presentAlert(alert, language);
    const at = clock.now();
    await setAcknowledged(tx, alertId, { by: personId, at });
    const { type, severity } = alert;
    await record(tx, {
      ...{ actorId: personId, action: "alert.acknowledged", subjectType: "alert", subjectId: alertId, at },
      details: { type, severity },
    });
    return presentAlert({ ...alert, acknowledgedAt: at, acknowledgedBy: name }, language);
  });
}

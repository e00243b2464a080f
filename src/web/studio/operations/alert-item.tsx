import type { Alert } from "../../../shared/operations/alerts.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { AcknowledgeButton } from "./acknowledge-button.tsx";
import { AlertBadge } from "./alert-badge.tsx";
import { Moment } from "./moment.tsx";
import { RemedyLink, remedyFor } from "./remedies.tsx";

/** One alert: what is wrong, since when, where something can be done about it, and that one does. */
export function AlertItem({ alert }: { alert: Alert }) {
  const words = operationsMessages[useStudioLanguage()].alerts;
  return (
    <li className="attention-item" data-severity={alert.state === "raised" ? alert.severity : "info"}>
      <p className="attention-words">
        <AlertBadge alert={alert} /> {alert.message}
      </p>
      <p className="attention-actions">
        <Moment at={alert.raisedAt} />
        <span>{words.seen(alert.sightings)}</span>
        {alert.acknowledgedBy && <span>{words.by(alert.acknowledgedBy)}</span>}
        {alert.state !== "resolved" && <RemedyLink name={remedyFor(alert.type)} />}
        <AcknowledgeButton alert={alert} />
      </p>
    </li>
  );
}

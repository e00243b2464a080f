import type { Alert } from "../../../shared/operations/alerts.ts";
import { Badge, type Tone } from "../../design-system/badge.tsx";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";

const tones: Record<Alert["severity"], Tone> = { info: "info", warning: "warning", critical: "danger" };

/** How bad it is while it is open; afterwards that it is being mended, or has been. */
export function AlertBadge({ alert }: { alert: Pick<Alert, "severity" | "state"> }) {
  const words = operationsMessages[useStudioLanguage()];
  if (alert.state === "raised") {
    return (
      <Badge tone={tones[alert.severity]} hasDot>
        {words.severities[alert.severity]}
      </Badge>
    );
  }
  return <Badge tone={alert.state === "resolved" ? "success" : "info"}>{words.alertStates[alert.state]}</Badge>;
}

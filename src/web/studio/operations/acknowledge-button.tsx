import type { Alert } from "../../../shared/operations/alerts.ts";
import { acknowledgeAlert } from "../../api/operations.ts";
import { Button } from "../../design-system/button.tsx";
import { operationsMessages } from "../../i18n/operations.ts";
import { useAction } from "../frame/use-action.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";

/** Says that one takes care of an alert; nothing for one that is somebody's already. */
export function AcknowledgeButton({ alert }: { alert: Alert }) {
  const words = operationsMessages[useStudioLanguage()].attention;
  const acknowledge = useAction({
    act: () => acknowledgeAlert({ params: { alertId: alert.id } }),
    outdates: "alerts",
    done: () => words.acknowledged,
  });
  if (alert.state !== "raised") return null;
  return (
    <Button size="small" isLoading={acknowledge.isPending} onClick={() => acknowledge.mutate(undefined)}>
      {words.acknowledge}
      <span className="visually-hidden">: {alert.message}</span>
    </Button>
  );
}

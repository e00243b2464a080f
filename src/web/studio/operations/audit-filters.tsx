import { useQuery } from "@tanstack/react-query";
import { defaultTimeZone } from "../../../shared/kernel/instant.ts";
import { instantOf } from "../../../shared/kernel/zoned-time.ts";
import type { AuditFilter } from "../../../shared/operations/audit-contract.ts";
import { listAuditActions } from "../../api/operations.ts";
import { Button } from "../../design-system/button.tsx";
import { InputField, SelectField } from "../../design-system/text-fields.tsx";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";

/** What is chosen on the page: days as the calendar writes them, the actor with a name to show. */
export interface ChosenFilters {
  actor?: { id: string; name: string } | undefined;
  action?: string;
  subjectId?: string;
  fromDay?: string;
  toDay?: string;
}

/** The same as the server takes it; both days count whole. */
export function filterOf({ actor, action, subjectId, fromDay, toDay }: ChosenFilters): AuditFilter {
  const from = fromDay && instantOf(`${fromDay}T00:00`, defaultTimeZone);
  const to = toDay && instantOf(`${dayAfter(toDay)}T00:00`, defaultTimeZone);
  return {
    ...(actor ? { actorId: actor.id } : {}),
    ...(action ? { action } : {}),
    ...(subjectId?.trim() ? { subjectId: subjectId.trim() } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

interface AuditFiltersProps {
  chosen: ChosenFilters;
  onChange: (chosen: ChosenFilters) => void;
}

export function AuditFilters({ chosen, onChange }: AuditFiltersProps) {
  const words = operationsMessages[useStudioLanguage()].audit;
  const actions = useQuery({ queryKey: ["audit-actions"], queryFn: ({ signal }) => listAuditActions({ signal }) });
  const set = (part: ChosenFilters) => onChange({ ...chosen, ...part });
  const isFiltered = Object.values(chosen).some(Boolean);
  return (
    <div className="cluster list-filters">
      <SelectField
        id="action"
        label={words.action}
        value={chosen.action ?? ""}
        onChange={(event) => set({ action: event.currentTarget.value })}
        options={[
          { value: "", label: words.anyAction },
          ...(actions.data?.items ?? []).map((value) => ({ value, label: value })),
        ]}
      />
      <InputField
        id="subject"
        label={words.subjectId}
        value={chosen.subjectId ?? ""}
        onChange={(event) => set({ subjectId: event.currentTarget.value })}
      />
      <InputField
        id="from"
        type="date"
        label={words.from}
        value={chosen.fromDay ?? ""}
        onChange={(event) => set({ fromDay: event.currentTarget.value })}
      />
      <InputField
        id="to"
        type="date"
        label={words.to}
        value={chosen.toDay ?? ""}
        onChange={(event) => set({ toDay: event.currentTarget.value })}
      />
      {chosen.actor && (
        <Button onClick={() => set({ actor: undefined })}>
          {words.by(chosen.actor.name)}
          <span className="visually-hidden">: {words.everyone}</span>
          <span aria-hidden="true">×</span>
        </Button>
      )}
      {isFiltered && (
        <Button variant="quiet" onClick={() => onChange({})}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}

import type { UseQueryResult } from "@tanstack/react-query";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { CheckStatus, MachineCheck, MachineHealth } from "../../../shared/operations/health.ts";
import { Badge, type Tone } from "../../design-system/badge.tsx";
import { DataTable, type TableColumn } from "../../design-system/data-table.tsx";
import { Notice } from "../../design-system/notice.tsx";
import { formatMilliseconds } from "../../i18n/format.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { Asked } from "./asked.tsx";
import { Moment } from "./moment.tsx";

/** Every check of the machine that answers, with its state, how long it took, and what went wrong last. */
export function HealthTable({ health }: { health: UseQueryResult<MachineHealth> }) {
  const language = useStudioLanguage();
  const words = operationsMessages[language].health;
  return (
    <section className="stack" id="health">
      <h2>{words.title}</h2>
      <Asked query={health}>
        {({ checks, machine, processes, missing }) => (
          <>
            <p className="muted">{words.of(machine, processes.length)}</p>
            {missing > 0 && <Notice tone="warning">{words.missing(missing)}</Notice>}
            <DataTable
              caption={words.title}
              isCaptionHidden
              density="compact"
              rows={checks}
              rowKey={({ name, status }) => `${name} ${status}`}
              emptyText={words.emptyTitle}
              columns={columnsFor(language, processes.length)}
            />
          </>
        )}
      </Asked>
    </section>
  );
}

/** Three columns, so that all of it is seen on a phone too: what belongs together stands under one another. */
function columnsFor(language: Language, processCount: number): TableColumn<MachineCheck>[] {
  const words = operationsMessages[language].health;
  return [
    {
      key: "name",
      header: words.columns.name,
      isRowHeader: true,
      cell: ({ name, processes, changedAt, lastError }) => (
        <>
          {healthNameOf(language, name)}
          {changedAt && (
            <small className="row-detail">
              {words.columns.since} <Moment at={changedAt} />
            </small>
          )}
          {processes.length < processCount && <small className="row-detail">{words.foundBy(processes)}</small>}
          {lastError && (
            <>
              <small className="row-detail">
                {words.columns.lastError} <Moment at={lastError.at} />
              </small>
              <small className="row-detail">{lastError.message}</small>
            </>
          )}
        </>
      ),
    },
    {
      key: "status",
      header: words.columns.status,
      cell: ({ status }) => <HealthBadge status={status} />,
    },
    {
      key: "took",
      header: words.columns.took,
      isNumeric: true,
      cell: ({ responseMs }) => (responseMs === null ? "–" : formatMilliseconds(language, responseMs)),
    },
  ];
}

const tones: Record<CheckStatus, Tone> = {
  healthy: "success",
  degraded: "warning",
  unhealthy: "danger",
  off: "neutral",
};

export function HealthBadge({ status }: { status: CheckStatus }) {
  const words = operationsMessages[useStudioLanguage()].health;
  return (
    <Badge tone={tones[status]} hasDot={status !== "off"}>
      {words.status[status]}
    </Badge>
  );
}

/** The name of a check in the reader's language; replicas keep their number. */
export function healthNameOf(language: Language, name: string): string {
  return operationsMessages[language].health.names[name] ?? name;
}

import type { UseQueryResult } from "@tanstack/react-query";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { CheckStatus, HealthReport } from "../../../shared/operations/health.ts";
import { Badge, type Tone } from "../../design-system/badge.tsx";
import { DataTable } from "../../design-system/data-table.tsx";
import { formatMilliseconds } from "../../i18n/format.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { Asked } from "./asked.tsx";
import { Moment } from "./moment.tsx";

/** Every check with its state, how long it took, and what went wrong last. */
export function HealthTable({ health }: { health: UseQueryResult<HealthReport> }) {
  const language = useStudioLanguage();
  const words = operationsMessages[language].health;
  return (
    <section className="stack" id="health">
      <h2>{words.title}</h2>
      <Asked query={health}>
        {({ checks }) => (
          <DataTable
            caption={words.title}
            isCaptionHidden
            density="compact"
            rows={checks}
            rowKey={({ name }) => name}
            emptyText={words.emptyTitle}
            columns={[
              {
                key: "name",
                header: words.columns.name,
                isRowHeader: true,
                cell: ({ name }) => healthNameOf(language, name),
              },
              { key: "status", header: words.columns.status, cell: ({ status }) => <HealthBadge status={status} /> },
              {
                key: "took",
                header: words.columns.took,
                isNumeric: true,
                cell: ({ responseMs }) => (responseMs === null ? "–" : formatMilliseconds(language, responseMs)),
              },
              { key: "changed", header: words.columns.changed, cell: ({ changedAt }) => <Moment at={changedAt} /> },
              {
                key: "error",
                header: words.columns.error,
                cell: ({ lastError }) =>
                  lastError && (
                    <>
                      {lastError.message}{" "}
                      <span className="muted">
                        (<Moment at={lastError.at} />)
                      </span>
                    </>
                  ),
              },
            ]}
          />
        )}
      </Asked>
    </section>
  );
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

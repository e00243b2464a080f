import type { UseQueryResult } from "@tanstack/react-query";
import type { Alert } from "../../../shared/operations/alerts.ts";
import type { MachineHealth } from "../../../shared/operations/health.ts";
import { Button } from "../../design-system/button.tsx";
import { Notice } from "../../design-system/notice.tsx";
import { Skeleton } from "../../design-system/skeleton.tsx";
import { messagesFor } from "../../i18n/messages.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { AlertItem } from "./alert-item.tsx";
import { HealthBadge, healthNameOf } from "./health-table.tsx";
import { Moment } from "./moment.tsx";
import { RemedyLink } from "./remedies.tsx";

interface AttentionListProps {
  alerts: UseQueryResult<Alert[]>;
  health: UseQueryResult<MachineHealth>;
}

/** The first thing on the page: whether something is wrong, what, and what to do about it. */
export function AttentionList({ alerts, health }: AttentionListProps) {
  const language = useStudioLanguage();
  const words = operationsMessages[language].attention;
  const { retry } = messagesFor(language);
  const failing = health.data?.checks.filter(({ status }) => status === "unhealthy" || status === "degraded") ?? [];
  const told = new Set(alerts.data?.map(({ subject }) => subject));
  // A check that has raised an alert already is one thing and not two.
  const untold = failing.filter(({ name }) => !told.has(name));
  const error = alerts.error ?? health.error;
  if (!error && (!alerts.data || !health.data)) return <Skeleton label={messagesFor(language).loading} lines={3} />;
  const open = [...(alerts.data ?? [])].sort(byUrgency);
  const needs = open.filter(({ state }) => state === "raised").length + untold.length;
  return (
    <section className="stack" aria-labelledby="attention-title">
      <h2 id="attention-title">{needs > 0 ? words.needs(needs) : error ? words.unknown : words.calm}</h2>
      {error && (
        <Notice
          tone="danger"
          actions={<Button onClick={() => void Promise.all([alerts.refetch(), health.refetch()])}>{retry}</Button>}
        >
          {error.message}
        </Notice>
      )}
      {needs === 0 && open.length === 0 && !error && <p className="muted">{words.calmText}</p>}
      <ul className="attention">
        {open.map((alert) => (
          <AlertItem key={alert.id} alert={alert} />
        ))}
        {untold.map(({ name, status, changedAt, lastError, processes }) => (
          <li
            key={`${name} ${processes.join()}`}
            className="attention-item"
            data-severity={status === "unhealthy" ? "critical" : "warning"}
          >
            <p className="attention-words">
              <HealthBadge status={status} /> <strong>{healthNameOf(language, name)}</strong>
              {lastError && ` – ${lastError.message}`}
            </p>
            <p className="attention-actions">
              <Moment at={changedAt} />
              <RemedyLink name="health" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const severities: readonly Alert["severity"][] = ["critical", "warning", "info"];

/** What nobody takes care of first, and of that the worst. */
function byUrgency(one: Alert, other: Alert): number {
  const isTaken = (alert: Alert) => Number(alert.state !== "raised");
  return isTaken(one) - isTaken(other) || severities.indexOf(one.severity) - severities.indexOf(other.severity);
}

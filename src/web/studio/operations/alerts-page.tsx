import { useState } from "react";
import type { AlertState } from "../../../shared/operations/alerts.ts";
import { listAlerts } from "../../api/operations.ts";
import { Button } from "../../design-system/button.tsx";
import { EmptyState } from "../../design-system/empty-state.tsx";
import { Skeleton } from "../../design-system/skeleton.tsx";
import { messagesFor } from "../../i18n/messages.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { studioMessages } from "../../i18n/studio.ts";
import { FilterField } from "../frame/filter-field.tsx";
import { FailureNotice } from "../frame/route-failure.tsx";
import { usePagedList } from "../frame/use-paged-list.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { AlertItem } from "./alert-item.tsx";

const states: readonly AlertState[] = ["raised", "acknowledged", "resolved"];

/** Everything that needed a person, the newest first. */
export function AlertsPage() {
  const all = operationsMessages[useStudioLanguage()];
  const words = all.alerts;
  const [state, setState] = useState<AlertState | "">("");
  return (
    <section className="stack" aria-labelledby="alerts-title">
      <h2 id="alerts-title">{all.tabs.alerts}</h2>
      <p className="muted">{words.lead}</p>
      <div className="cluster list-filters">
        <FilterField
          id="state"
          label={words.state}
          any={words.anyState}
          names={all.alertStates}
          values={states}
          value={state}
          onChange={setState}
        />
      </div>
      <AlertList state={state} />
    </section>
  );
}

function AlertList({ state }: { state: AlertState | "" }) {
  const language = useStudioLanguage();
  const words = operationsMessages[language].alerts;
  const list = usePagedList(["alerts", state], ({ cursor, signal }) =>
    listAlerts({ query: { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) }, signal }),
  );
  if (list.error && !list.items) return <FailureNotice error={list.error} onRetry={list.reload} />;
  if (!list.items) return <Skeleton label={messagesFor(language).loading} lines={6} />;
  if (list.items.length === 0) return <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>;
  return (
    <>
      <p className="muted">{words.count(list.total)}</p>
      <ul className="attention">
        {list.items.map((alert) => (
          <AlertItem key={alert.id} alert={alert} />
        ))}
      </ul>
      {list.hasMore && (
        <div>
          <Button onClick={list.loadMore} isLoading={list.isLoadingMore}>
            {studioMessages[language].more}
          </Button>
        </div>
      )}
    </>
  );
}

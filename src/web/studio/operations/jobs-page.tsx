import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { JobList, JobState, JobSummary } from "../../../shared/operations/jobs-contract.ts";
import { listJobs, retryJob } from "../../api/operations.ts";
import { Badge, type Tone } from "../../design-system/badge.tsx";
import { Button } from "../../design-system/button.tsx";
import { DataTable, type TableColumn } from "../../design-system/data-table.tsx";
import { EmptyState } from "../../design-system/empty-state.tsx";
import { formatNumber } from "../../i18n/format.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { FilterField } from "../frame/filter-field.tsx";
import { useAction } from "../frame/use-action.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { Asked } from "./asked.tsx";
import { Moment } from "./moment.tsx";

const tones: Record<JobState, Tone> = {
  failed: "danger",
  retrying: "warning",
  running: "accent",
  waiting: "neutral",
  planned: "neutral",
};
const states = Object.keys(tones) as JobState[];

/** What waits, runs and has failed; what has failed can run again. */
export function JobsPage() {
  const language = useStudioLanguage();
  const all = operationsMessages[language];
  const words = all.jobs;
  const [state, setState] = useState<JobState | "">("");
  const query = useQuery({
    queryKey: ["jobs", state],
    queryFn: ({ signal }) => listJobs({ query: state ? { state } : {}, signal }),
    refetchInterval: 5_000,
    placeholderData: (previous) => previous,
  });
  return (
    <section className="stack" aria-labelledby="jobs-title">
      <h2 id="jobs-title">{all.tabs.jobs}</h2>
      <p className="muted">{words.lead}</p>
      <div className="cluster list-filters">
        <FilterField
          id="state"
          label={words.state}
          any={words.anyState}
          names={words.states}
          values={states}
          value={state}
          onChange={setState}
        />
      </div>
      <Asked query={query}>
        {({ counts, items }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
            ) : (
              <DataTable
                caption={words.caption(items.length)}
                rows={items}
                rowKey={({ id }) => id}
                columns={columnsIn(language)}
              />
            )}
            {counts.length > 0 && <JobCounts counts={counts} />}
          </>
        )}
      </Asked>
    </section>
  );
}

function JobCounts({ counts }: Pick<JobList, "counts">) {
  const language = useStudioLanguage();
  const words = operationsMessages[language].jobs;
  return (
    <DataTable
      caption={words.counts}
      density="compact"
      rows={counts}
      rowKey={({ name, state }) => `${name} ${state}`}
      columns={[
        { key: "name", header: words.countColumns.name, isRowHeader: true, cell: ({ name }) => name },
        { key: "state", header: words.columns.state, cell: ({ state }) => words.states[state] },
        {
          key: "count",
          header: words.countColumns.count,
          isNumeric: true,
          cell: ({ count }) => formatNumber(language, count),
        },
      ]}
    />
  );
}

function columnsIn(language: Language): TableColumn<JobSummary>[] {
  const { columns, attempts, states: names } = operationsMessages[language].jobs;
  return [
    {
      key: "name",
      header: columns.name,
      isRowHeader: true,
      cell: ({ name, state }) => (
        <span className="stacked-cell">
          {name} <Badge tone={tones[state]}>{names[state]}</Badge>
        </span>
      ),
    },
    // Before what is long: on a phone the rest lies to the right of the screen.
    {
      key: "action",
      header: columns.action,
      cell: (job) => (job.state === "failed" || job.state === "retrying" ? <RetryButton job={job} /> : null),
    },
    {
      key: "error",
      header: columns.error,
      cell: ({ lastError }) => lastError && <span className="wide-cell">{lastError}</span>,
    },
    {
      key: "attempts",
      header: columns.attempts,
      isNumeric: true,
      cell: (job) => attempts(formatNumber(language, job.attempts), formatNumber(language, job.maxAttempts)),
    },
    { key: "due", header: columns.due, cell: ({ dueAt }) => <Moment at={dueAt} /> },
  ];
}

function RetryButton({ job }: { job: JobSummary }) {
  const words = operationsMessages[useStudioLanguage()].jobs;
  const retry = useAction({
    act: () => retryJob({ params: { jobId: job.id } }),
    outdates: "jobs",
    done: () => words.retried,
  });
  return (
    <Button size="small" className="nowrap" isLoading={retry.isPending} onClick={() => retry.mutate(undefined)}>
      {words.retry}
      <span className="visually-hidden">: {job.name}</span>
    </Button>
  );
}
